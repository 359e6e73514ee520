{#- Grain: one refused event, with its reason and its text as it came. -#}

select
    event_id,
    event_source,
    account_id,
    rejection_reason,
    raw_text,
    received_at
from {{ ref('int_events_classified') }}
where intake_status = 'quarantined'
