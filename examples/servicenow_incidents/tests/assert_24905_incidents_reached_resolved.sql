with

incidents as (

    select count(distinct subject) as incidents_count
    from {{ ref('outcome_metering', 'stg_product_logs__events') }}
    where event_type = 'incident.resolved'

)

select
    incidents_count,
    'expected 24905 incidents with an event incident.resolved' as message
from incidents
where incidents_count <> 24905
