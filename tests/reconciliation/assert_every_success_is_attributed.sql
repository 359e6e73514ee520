{#- Outcomes that succeeded and have no share, or have shares without having succeeded. -#}

with

attributed as (

    select outcome_id
    from {{ ref('attributed_outcomes') }}
    group by outcome_id

)

select
    outcomes.outcome_id,
    outcomes.status
from {{ ref('outcomes') }} as outcomes
left join attributed on outcomes.outcome_id = attributed.outcome_id
where (outcomes.status in ('confirmed', 'reversed')) <> (attributed.outcome_id is not null)
