{#- Grain: one accepted event. The first arrival of each (source, id) that can be read. -#}

select
    event_key,
    event_id,
    event_source,
    event_type,
    subject,
    account_id,
    actor_id,
    actor_kind,
    currency_code,
    data,
    amount,
    is_public,
    occurred_at,
    received_at
from {{ ref('int_events_classified') }}
where intake_status = 'accepted'
