{#- Grain: one (step, tier, kind of charge) that bills units or owes a flat amount, unrounded. The
    price of a step is F(quantity_to) - F(quantity_from), tier by tier. -#}

with

tier_units as (

    select
        steps.contract_id,
        steps.price_id,
        steps.period_start_at,
        steps.outcome_id,
        steps.quantity_from,
        tiers.tier_number,
        tiers.unit_amount,
        tiers.flat_amount,
        price_periods.metric,
        price_periods.proration,
        price_periods.service_days,
        price_periods.period_days,
        price_periods.is_flat_owed_at_zero
        and price_periods.metric <> 'period'
        and tiers.tier_from = 0 as is_flat_owed_at_zero,
        {{ outcome_metering.units_priced(
            'price_periods.pricing_model', 'coalesce(steps.quantity_from, 0)', 'tiers'
        ) }} as units_from,
        {{ outcome_metering.units_priced(
            'price_periods.pricing_model', 'steps.quantity_to', 'tiers'
        ) }} as units_to
    from {{ ref('int_quantities_metered') }} as steps
    inner join {{ ref('int_price_periods') }} as price_periods
        on
            steps.contract_id = price_periods.contract_id
            and steps.price_id = price_periods.price_id
            and steps.period_start_at = price_periods.period_start_at
    inner join {{ ref('stg_catalog__price_tiers') }} as tiers on steps.price_id = tiers.price_id

),

tier_steps as (

    select
        contract_id,
        price_id,
        period_start_at,
        outcome_id,
        tier_number,
        metric,
        proration,
        service_days,
        period_days,
        unit_amount,
        flat_amount,
        units_to - units_from as units,
        case when units_to > 0 or is_flat_owed_at_zero then 1 else 0 end
        - case
            when units_from > 0 or (quantity_from is not null and is_flat_owed_at_zero) then 1
            else 0
        end as flats
    from tier_units

),

components as (

    select
        contract_id,
        price_id,
        period_start_at,
        outcome_id,
        tier_number,
        case metric when 'period' then 'base_fee' else 'outcome' end as charge_kind,
        units as quantity,
        units * unit_amount as amount,
        proration,
        service_days,
        period_days
    from tier_steps
    where units <> 0
    union all
    select
        contract_id,
        price_id,
        period_start_at,
        outcome_id,
        tier_number,
        'tier_flat' as charge_kind,
        flats as quantity,
        cast(flats * flat_amount as {{ outcome_metering.type_decimal('amount_exact') }}) as amount,
        proration,
        service_days,
        period_days
    from tier_steps
    where flats <> 0 and flat_amount <> 0

)

select
    contract_id,
    price_id,
    period_start_at,
    outcome_id,
    tier_number,
    charge_kind,
    quantity,
    case
        when proration = 'days'
            then cast(
                {{ outcome_metering.multiply_ratio('amount', 'service_days', 'period_days') }}
                as {{ outcome_metering.type_decimal('amount_exact') }}
            )
        else amount
    end as amount_exact
from components
