with

incidents as (

    select count(distinct subject) as incidents_count
    from {{ ref('outcome_metering', 'stg_product_logs__events') }}

)

select
    incidents_count,
    'expected 24918 incidents in the accepted events' as message
from incidents
where incidents_count <> 24918
