{#- Grain: one stretch of time in which a contract has one price for an outcome type and metric. A
    contract's own price goes before its price list's, for as long as it is valid. -#}

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
        metric,
        valid_from_at as boundary_at
    from offered
    union distinct
    select
        contract_id,
        outcome_type,
        metric,
        valid_to_at as boundary_at
    from offered

),

stretches as (

    select
        contract_id,
        outcome_type,
        metric,
        boundary_at as valid_from_at,
        lead(boundary_at) over (
            partition by contract_id, outcome_type, metric
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
        row_number() over (
            partition by
                stretches.contract_id,
                stretches.outcome_type,
                stretches.metric,
                stretches.valid_from_at
            order by offered.is_own_price desc, offered.price_id asc
        ) as rank_number
    from stretches
    inner join offered
        on
            stretches.contract_id = offered.contract_id
            and stretches.metric = offered.metric
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
