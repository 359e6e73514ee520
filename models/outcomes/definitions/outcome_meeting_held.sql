{#- Held: the meeting lasted fifteen minutes or more. Written by hand, because a length between two
    events is no predicate over one; it meets the same contract as the declared definitions. -#}

with

events as (

    select
        account_id,
        subject,
        event_type,
        event_key,
        occurred_at
    from {{ ref('stg_product_logs__events') }}
    where
        event_type in ('meeting.booked', 'meeting.started', 'meeting.ended')
        and subject is not null
        and occurred_at <= {{ outcome_metering.as_of() }}

),

booked as (

    select
        account_id,
        subject,
        min(event_key) as opened_event_key,
        min(occurred_at) as opened_at
    from events
    where event_type = 'meeting.booked'
    group by account_id, subject

),

meetings as (

    select
        booked.account_id,
        booked.subject,
        booked.opened_event_key,
        booked.opened_at,
        min(case when events.event_type = 'meeting.started' then events.occurred_at end)
            as started_at,
        min(case when events.event_type = 'meeting.ended' then events.event_key end)
            as ended_event_key,
        min(case when events.event_type = 'meeting.ended' then events.occurred_at end)
            as ended_at
    from booked
    inner join events
        on
            booked.account_id = events.account_id
            and booked.subject = events.subject
            and booked.opened_at <= events.occurred_at
    group by booked.account_id, booked.subject, booked.opened_event_key, booked.opened_at

),

judged as (

    select
        account_id,
        subject,
        opened_event_key,
        opened_at,
        ended_event_key,
        ended_at,
        case
            when ended_at is null then 'pending'
            when started_at is null or started_at > ended_at then 'not_started'
            when ended_at < {{ outcome_metering.add_seconds('started_at', 15 * 60) }}
                then 'too_short'
            else 'confirmed'
        end as verdict
    from meetings

)

select
    account_id,
    subject as entity_id,
    subject,
    case
        when verdict in ('pending', 'confirmed') then verdict
        else 'missed'
    end as status,
    case when verdict = 'confirmed' then 'confirmed' end as basis,
    case when verdict = 'confirmed' then 'vendor' end as success_source,
    case when verdict in ('not_started', 'too_short') then verdict end as reason_code,
    cast(null as {{ outcome_metering.type_decimal('quantity') }}) as value_amount,
    cast(null as {{ dbt.type_string() }}) as value_currency_code,
    opened_at,
    ended_at as settled_at,
    cast(null as timestamp) as reversed_at,
    opened_event_key,
    ended_event_key as settled_event_key,
    cast(null as {{ outcome_metering.type_decimal('key') }}) as reversed_event_key
from judged
