{#- Grain: one repeated arrival of an accepted event. The first received wins. -#}

select
    event_id,
    event_source,
    event_type,
    subject,
    account_id,
    data,
    has_differing_body,
    occurred_at,
    received_at
from {{ ref('int_events_classified') }}
where intake_status = 'duplicate'
