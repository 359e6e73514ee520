{#- Outcomes that rating lost: each has an amount or a reason (DESIGN law 2). -#}

select outcomes.outcome_id
from {{ ref('outcomes') }} as outcomes
left join {{ ref('rated_outcomes') }} as rated_outcomes on outcomes.outcome_id = rated_outcomes.outcome_id
where rated_outcomes.outcome_id is null
