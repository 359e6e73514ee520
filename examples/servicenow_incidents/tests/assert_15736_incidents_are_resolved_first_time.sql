with

incidents as (

    select count(*) as incidents_count
    from {{ ref('outcome_metering', 'outcomes') }}
    where outcome_type = 'incident_resolved_first_time' and status = 'confirmed'

)

select
    incidents_count,
    'expected 15736 confirmed outcomes: closed, never reopened, inside the service level' as message
from incidents
where incidents_count <> 15736
