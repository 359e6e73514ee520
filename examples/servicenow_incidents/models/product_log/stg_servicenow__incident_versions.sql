{#- Grain: one version of an incident. Times are to the minute, so the version number goes below
    the second: ties keep the log's own order. -#}

select
    number as incident_id,
    incident_state,
    nullif(assignment_group, '?') as assignment_group,
    nullif(location, '?') as location_name,
    cast(sys_mod_count as integer) as version_number,
    cast(reassignment_count as integer) as reassignment_count,
    cast(reopen_count as integer) as reopen_count,
    cast(made_sla as boolean) as made_sla,
    strptime(sys_updated_at, '%d/%m/%Y %H:%M')
    + to_microseconds(cast(sys_mod_count as bigint)) as updated_at
from {{ source('servicenow', 'incident_event_log') }}
