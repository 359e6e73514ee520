{#- How many incidents there are, reached Resolved and were resolved first time. -#}

with

events as (

    select
        count(distinct subject) as incidents,
        count(distinct case when event_type = 'incident.resolved' then subject end) as resolved
    from {{ ref('outcome_metering', 'stg_product_logs__events') }}

),

outcomes as (

    select count(*) as resolved_first_time
    from {{ ref('outcome_metering', 'outcomes') }}
    where outcome_type = 'incident_resolved_first_time' and status = 'confirmed'

)

select
    events.incidents,
    events.resolved,
    outcomes.resolved_first_time
from events
cross join outcomes
