{#- Grain: one charge line: what one tier of a price bills in a period, units and flat amounts
    apart. Rounded once, here, half away from zero. -#}

with

lines as (

    select
        contract_id,
        price_id,
        period_start_at,
        tier_number,
        charge_kind,
        outcome_id is null as is_period_level,
        sum(quantity) as quantity,
        sum(amount_exact) as amount_exact,
        count(outcome_id) as outcomes_count
    from {{ ref('int_charges_priced') }}
    group by contract_id, price_id, period_start_at, tier_number, charge_kind, is_period_level

)

select
    {{ outcome_metering.surrogate_key([
        'lines.contract_id', 'lines.price_id', 'lines.period_start_at', 'lines.tier_number',
        'lines.charge_kind', 'lines.is_period_level'
    ]) }} as charge_id,
    lines.contract_id,
    contracts.account_id,
    lines.price_id,
    price_periods.outcome_type,
    lines.charge_kind,
    lines.is_period_level,
    lines.tier_number,
    tiers.tier_from,
    tiers.tier_to,
    lines.outcomes_count,
    lines.quantity,
    case lines.charge_kind
        when 'tier_flat' then tiers.flat_amount
        else tiers.unit_amount
    end as unit_amount,
    lines.amount_exact,
    {{ outcome_metering.round_money('lines.amount_exact', 'currencies.minor_unit_digits') }}
        as amount,
    price_periods.currency_code,
    lines.period_start_at,
    price_periods.period_end_at,
    price_periods.service_start_at,
    price_periods.service_end_at
from lines
inner join {{ ref('int_price_periods') }} as price_periods
    on
        lines.contract_id = price_periods.contract_id
        and lines.price_id = price_periods.price_id
        and lines.period_start_at = price_periods.period_start_at
inner join {{ ref('stg_catalog__contracts') }} as contracts
    on lines.contract_id = contracts.contract_id
inner join {{ ref('stg_catalog__price_tiers') }} as tiers
    on lines.price_id = tiers.price_id and lines.tier_number = tiers.tier_number
inner join {{ ref('stg_catalog__currencies') }} as currencies
    on price_periods.currency_code = currencies.currency_code
