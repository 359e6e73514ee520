{#- Grain: one (outcome, event, role): the events that opened, settled and reversed an outcome. -#}

with

roles as (

    {%- for role in ['opened', 'settled', 'reversed'] %}
    select
        outcome_id,
        '{{ role }}' as evidence_role,
        {{ role }}_event_key as event_key
    from {{ ref('outcomes') }}
    where {{ role }}_event_key is not null
    {{ 'union all' if not loop.last }}
    {%- endfor %}

)

select
    roles.outcome_id,
    roles.evidence_role,
    roles.event_key,
    events.event_source,
    events.event_id,
    events.event_type,
    events.occurred_at,
    events.received_at
from roles
inner join {{ ref('stg_product_logs__events') }} as events
    on roles.event_key = events.event_key
