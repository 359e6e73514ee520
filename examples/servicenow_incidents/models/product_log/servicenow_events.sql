{#- Grain: one event, a version of an incident. Each reads its own row and earlier ones, never a
    later one; the account is the location that the incident was first seen at. -#}

{{ config(materialized='table') }}

{%- set history = 'partition by incident_id order by updated_at' %}

with

versions as (

    select
        incident_id,
        incident_state,
        assignment_group,
        version_number,
        reassignment_count,
        reopen_count,
        made_sla,
        updated_at,
        first_value(location_name) over ({{ history }}) as first_location_name,
        lag(incident_state) over ({{ history }}) as previous_state,
        lag(reopen_count) over ({{ history }}) as previous_reopen_count,
        row_number() over (
            partition by incident_id, version_number
            order by updated_at
        ) as occurrence_number
    from {{ ref('stg_servicenow__incident_versions') }}

),

accounts as (

    select
        account_id,
        account_name
    from {{ ref('accounts') }}

)

select
    concat(
        versions.incident_id,
        '-',
        versions.version_number,
        case when versions.occurrence_number > 1 then concat('-', versions.occurrence_number) end
    ) as id,
    'servicenow' as source,  -- noqa: RF04
    case
        when versions.reopen_count > versions.previous_reopen_count then 'incident.reopened'
        when versions.incident_state = versions.previous_state then 'incident.updated'
        when versions.incident_state = 'Resolved' then 'incident.resolved'
        when versions.incident_state = 'Closed' then 'incident.closed'
        when versions.previous_state is null then 'incident.created'
        else 'incident.updated'
    end as type,  -- noqa: RF04
    versions.incident_id as subject,
    versions.updated_at as time,  -- noqa: RF04
    cast(json_object(
        'actor_id', versions.assignment_group,
        'actor_kind', 'human',
        'incident_state', versions.incident_state,
        'made_sla', versions.made_sla,
        'reassignment_count', versions.reassignment_count,
        'reopen_count', versions.reopen_count
    ) as varchar) as data,
    coalesce(accounts.account_id, 'other_locations') as account_id,
    versions.updated_at as received_at
from versions
left join accounts on versions.first_location_name = accounts.account_name
