{#- What became of each incident, from definition to bill. -#}

with

billed as (

    select
        outcome_id,
        coalesce(reason_code, 'billed') as verdict,
        billable_quantity,
        amount
    from {{ ref('outcome_metering', 'rated_outcomes') }}

)

select
    verdict,
    count(*) as incidents,
    sum(billable_quantity) as quantity,
    sum(amount) as amount
from billed
group by verdict
order by incidents desc
