{#- Grain: one received event with its intake status: accepted, duplicate or quarantined. Only
    events whose key was repeated are sorted; the log itself never is. -#}

{%- set kept = [
    'event_id', 'event_source', 'event_type', 'subject', 'account_id', 'actor_id', 'actor_kind',
    'currency_code', 'data', 'rejection_reason', 'amount', 'is_public', 'occurred_at',
    'received_at', 'raw_text', 'stated_time', 'stated_received_at',
] -%}
{%- set body = ['event_type', 'subject', 'account_id', 'data', 'occurred_at'] -%}

with

arrived_once as (

    select
        {{ kept | join(',\n        ') }},
        1 as arrival_number,
        false as has_differing_body
    from {{ ref('int_events_typed') }}
    where not is_repeated

),

repeated as (

    select
        {{ kept | join(',\n        ') }},
        rejection_reason is not null as is_rejected,
        {{ outcome_metering.surrogate_key(body) }} as body_key
    from {{ ref('int_events_typed') }}
    where is_repeated

),

arrived_again as (

    select
        {{ kept | join(',\n        ') }},
        row_number() over (
            partition by event_source, event_id
            order by is_rejected, received_at, body_key
        ) as arrival_number,
        body_key <> first_value(body_key) over (
            partition by event_source, event_id
            order by is_rejected, received_at, body_key
        ) as has_differing_body
    from repeated

),

arrived as (

    select * from arrived_once
    union all
    select * from arrived_again

)

select
    case
        when rejection_reason is null
            then {{ outcome_metering.event_key('occurred_at', 'event_source', 'event_id') }}
    end as event_key,
    event_id,
    event_source,
    event_type,
    subject,
    account_id,
    actor_id,
    actor_kind,
    currency_code,
    data,
    rejection_reason,
    amount,
    is_public,
    occurred_at,
    received_at,
    case
        when rejection_reason is not null then {{ outcome_metering.raw_event_text() }}
    end as raw_text,
    case
        when rejection_reason is not null then 'quarantined'
        when arrival_number > 1 then 'duplicate'
        else 'accepted'
    end as intake_status,
    has_differing_body
from arrived
