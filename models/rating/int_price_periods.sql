{#- Grain: one (contract, price, billing period) in which the price was in force for a while. -#}

with

in_force as (

    select
        prices.contract_id,
        prices.price_id,
        prices.outcome_type,
        prices.metric,
        prices.pricing_model,
        prices.currency_code,
        prices.proration,
        prices.is_flat_owed_at_zero,
        periods.period_start_at,
        periods.period_end_at,
        greatest(prices.valid_from_at, periods.period_start_at) as service_start_at,
        least(prices.valid_to_at, periods.period_end_at) as service_end_at,
        periods.time_zone
    from {{ ref('int_contract_prices') }} as prices
    inner join {{ ref('int_billing_periods') }} as periods
        on
            prices.contract_id = periods.contract_id
            and prices.valid_from_at < periods.period_end_at
            and prices.valid_to_at > periods.period_start_at

),

price_periods as (

    select
        contract_id,
        price_id,
        outcome_type,
        metric,
        pricing_model,
        currency_code,
        proration,
        is_flat_owed_at_zero,
        period_start_at,
        period_end_at,
        min(service_start_at) as service_start_at,
        max(service_end_at) as service_end_at,
        sum({{ dbt.datediff(
            outcome_metering.to_local_time('service_start_at', 'time_zone'),
            outcome_metering.to_local_time('service_end_at', 'time_zone'),
            'day'
        ) }}) as service_days,
        {{ dbt.datediff(
            outcome_metering.to_local_time('period_start_at', 'time_zone'),
            outcome_metering.to_local_time('period_end_at', 'time_zone'),
            'day'
        ) }} as period_days
    from in_force
    group by
        contract_id,
        price_id,
        outcome_type,
        metric,
        pricing_model,
        currency_code,
        proration,
        is_flat_owed_at_zero,
        period_start_at,
        period_end_at,
        time_zone

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
    period_start_at,
    period_end_at,
    service_start_at,
    service_end_at,
    service_days,
    period_days,
    coalesce(
        sum(case when proration = 'none' then 1 else 0 end) over (
            partition by contract_id, outcome_type, metric, period_start_at
            order by service_start_at
            rows between unbounded preceding and 1 preceding
        ),
        0
    ) = 0 as is_fee_owed
from price_periods
