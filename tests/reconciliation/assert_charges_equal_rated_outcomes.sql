{#- Prices and periods where charge lines aren't the sum of rated outcomes and period-level lines. -#}

with

charged as (

    select
        contract_id,
        price_id,
        period_start_at,
        sum(case when is_period_level then 0 else amount end) as charged_amount
    from {{ ref('rated_charges') }}
    group by contract_id, price_id, period_start_at

),

rated as (

    select
        contract_id,
        price_id,
        period_start_at,
        sum(amount) as rated_amount
    from {{ ref('rated_outcomes') }}
    where reason_code is null
    group by contract_id, price_id, period_start_at

)

select
    coalesce(charged.contract_id, rated.contract_id) as contract_id,
    coalesce(charged.price_id, rated.price_id) as price_id,
    coalesce(charged.period_start_at, rated.period_start_at) as period_start_at,
    charged.charged_amount,
    rated.rated_amount
from charged
full outer join rated
    on
        charged.contract_id = rated.contract_id
        and charged.price_id = rated.price_id
        and charged.period_start_at = rated.period_start_at
where coalesce(charged.charged_amount, 0) <> coalesce(rated.rated_amount, 0)
