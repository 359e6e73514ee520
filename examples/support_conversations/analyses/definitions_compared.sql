{#- What each definition bills for the same conversations; the prices are named after them. -#}

select
    price_id as definition,
    sum(outcomes_count) as outcomes_count,
    sum(amount) as amount,
    currency_code
from {{ ref('outcome_metering', 'rated_charges') }}
group by price_id, currency_code
order by price_id
