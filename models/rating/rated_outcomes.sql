{#- Grain: one (outcome, price): the amount it was charged, or the reason why it has none. Amounts
    of the outcomes on a charge line add up to the line's rounded amount, by largest remainder. -#}

with

parts as (

    select
        parts.outcome_id,
        parts.price_id,
        lines.charge_id,
        lines.amount as line_amount,
        parts.amount_exact,
        {{ outcome_metering.round_money('parts.amount_exact', 'currencies.minor_unit_digits') }}
            as amount_rounded,
        {{ outcome_metering.minor_unit('currencies.minor_unit_digits') }} as minor_unit
    from {{ ref('int_charges_priced') }} as parts
    inner join {{ ref('rated_charges') }} as lines
        on
            parts.contract_id = lines.contract_id
            and parts.price_id = lines.price_id
            and parts.period_start_at = lines.period_start_at
            and parts.tier_number = lines.tier_number
            and parts.charge_kind = lines.charge_kind
    inner join {{ ref('stg_catalog__currencies') }} as currencies
        on lines.currency_code = currencies.currency_code
    where parts.outcome_id is not null and not lines.is_period_level

),

quotas as (

    select
        outcome_id,
        price_id,
        charge_id,
        line_amount,
        amount_exact,
        minor_unit,
        amount_rounded - case when amount_rounded > amount_exact then minor_unit else 0 end as quota
    from parts

),

allocated as (

    select
        outcome_id,
        price_id,
        {{ outcome_metering.allocate_exactly(
            whole='line_amount',
            quota='quota',
            remainder='(amount_exact - quota)',
            unit='minor_unit',
            partition_by='charge_id',
            tie_key='outcome_id'
        ) }} as amount
    from quotas

),

amounts as (

    select
        outcome_id,
        price_id,
        sum(amount) as amount
    from allocated
    group by outcome_id, price_id

)

select
    judged.outcome_id,
    judged.price_id,
    judged.contract_id,
    judged.account_id,
    judged.outcome_type,
    judged.definition_version,
    judged.reason_code,
    case
        when judged.reason_code is null then judged.billable_quantity
        else 0
    end as billable_quantity,
    steps.quantity_from,
    steps.quantity_to,
    case
        when judged.reason_code is null
            then cast(coalesce(amounts.amount, 0) as {{ outcome_metering.type_decimal('amount') }})
    end as amount,
    judged.currency_code,
    steps.period_start_at,
    judged.settled_at
from {{ ref('int_outcomes_judged') }} as judged
left join {{ ref('int_quantities_metered') }} as steps
    on judged.outcome_id = steps.outcome_id and judged.price_id = steps.price_id
left join amounts
    on judged.outcome_id = amounts.outcome_id and judged.price_id = amounts.price_id
