{#- Grain: one stretch of time in which a contract has a price for an outcome type and metric. While
    a contract has a price of its own for an outcome type, none of its price list's applies. -#}

with

offered as (

    select
        contract_id,
        price_id,
        outcome_type,
        metric,
        pricing_model,
        currency_code,
        proration,
        is_flat_owed_at_zero,
        is_own_price,
        valid_from_at,
        valid_to_at
    from {{ ref('int_prices_offered') }}

),

boundaries as (

    select
        contract_id,
        outcome_type,
        valid_from_at as boundary_at
    from offered
    union distinct
    select
        contract_id,
        outcome_type,
        valid_to_at as boundary_at
    from offered

),

stretches as (

    select
        contract_id,
        outcome_type,
        boundary_at as valid_from_at,
        lead(boundary_at) over (
            partition by contract_id, outcome_type
            order by boundary_at
        ) as valid_to_at
    from boundaries

),

ranked as (

    select
        offered.contract_id,
        offered.price_id,
        offered.outcome_type,
        offered.metric,
        offered.pricing_model,
        offered.currency_code,
        offered.proration,
        offered.is_flat_owed_at_zero,
        stretches.valid_from_at,
        stretches.valid_to_at,
        rank() over (
            partition by stretches.contract_id, stretches.outcome_type, stretches.valid_from_at
            order by offered.is_own_price desc
        ) as rank_number
    from stretches
    inner join offered
        on
            stretches.contract_id = offered.contract_id
            and stretches.outcome_type is not distinct from offered.outcome_type
            and stretches.valid_from_at >= offered.valid_from_at
            and stretches.valid_to_at <= offered.valid_to_at

)

select
    contract_id,
    price_id,
    outcome_type,
    metric,
    pricing_model,
    currency_code,
    proration,
    is_flat_owed_at_zero,
    valid_from_at,
    valid_to_at
from ranked
where rank_number = 1
