{#- The log holds 200 conversations, and every definition opens each of them once. -#}

with

outcomes as (

    select
        outcome_type,
        entity_id
    from {{ ref('outcome_metering', 'outcomes') }}

),

counted as (

    select
        outcome_type,
        count(*) as outcomes_count,
        count(distinct entity_id) as conversations_count
    from outcomes
    group by outcome_type

)

select
    outcome_type,
    outcomes_count,
    conversations_count,
    'expected 200 outcomes of 200 conversations' as message
from counted
where outcomes_count <> 200 or conversations_count <> 200
