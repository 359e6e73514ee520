{#- Grain: one received event with its intake status: accepted, duplicate or quarantined. Only
    keys that arrived more than once are sorted; the log itself never is. -#}

{%- set kept = [
    'event_id', 'event_source', 'event_type', 'subject', 'account_id', 'actor_id', 'actor_kind',
    'currency_code', 'data', 'rejection_reason', 'amount', 'is_public', 'occurred_at', 'received_at',
] -%}
{%- set stated = {
    'id': 'event_id', 'source': 'event_source', 'type': 'event_type', 'subject': 'subject',
    'time': 'time_text', 'data': 'data', 'account_id': 'account_id',
    'received_at': 'received_at_text',
} -%}
{%- set key_hash = outcome_metering.hash_row(['event_source', 'event_id']) -%}
{%- set body_hash = outcome_metering.hash_row(['event_type', 'subject', 'account_id', 'data', 'time_text']) -%}

with

repeated_keys as (

    select {{ key_hash }} as key_hash
    from {{ ref('int_events_typed') }}
    group by key_hash
    having count(*) > 1

),

arrived_once as (

    select
        {{ kept | join(',\n        ') }},
        case when rejection_reason is not null then {{ outcome_metering.raw_event_text(stated) }} end as raw_text,
        1 as arrival_number,
        false as has_differing_body
    from {{ ref('int_events_typed') }} as events
    left join repeated_keys on {{ key_hash }} = repeated_keys.key_hash
    where repeated_keys.key_hash is null

),

arrived_again as (

    select
        {{ kept | join(',\n        ') }},
        case when rejection_reason is not null then {{ outcome_metering.raw_event_text(stated) }} end as raw_text,
        row_number() over (
            partition by event_source, event_id
            order by rejection_reason is not null, received_at, {{ body_hash }}
        ) as arrival_number,
        {{ body_hash }} <> first_value({{ body_hash }}) over (
            partition by event_source, event_id
            order by rejection_reason is not null, received_at, {{ body_hash }}
        ) as has_differing_body
    from {{ ref('int_events_typed') }} as events
    inner join repeated_keys on {{ key_hash }} = repeated_keys.key_hash

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
    {{ kept | join(',\n    ') }},
    raw_text,
    case
        when rejection_reason is not null then 'quarantined'
        when arrival_number > 1 then 'duplicate'
        else 'accepted'
    end as intake_status,
    has_differing_body
from arrived
