{#- Grain: one step of a price's quantity in a billing period: a billed outcome, a period fee, or
    the opening of a period whose first flat amount is owed at once (quantity_from is null). -#}

with

price_periods as (

    select
        contract_id,
        price_id,
        metric,
        is_flat_owed_at_zero,
        is_fee_owed,
        period_start_at,
        period_end_at,
        service_start_at
    from {{ ref('int_price_periods') }}

),

outcome_steps as (

    select
        judged.contract_id,
        judged.price_id,
        price_periods.period_start_at,
        judged.outcome_id,
        judged.billable_quantity,
        sum(judged.billable_quantity) over (
            partition by judged.contract_id, judged.price_id, price_periods.period_start_at
            order by judged.settled_at, judged.outcome_id
            rows between unbounded preceding and current row
        ) as quantity_to
    from {{ ref('int_outcomes_judged') }} as judged
    inner join price_periods
        on
            judged.contract_id = price_periods.contract_id
            and judged.price_id = price_periods.price_id
            and judged.settled_at >= price_periods.period_start_at
            and judged.settled_at < price_periods.period_end_at
    where judged.reason_code is null

)

select
    contract_id,
    price_id,
    period_start_at,
    outcome_id,
    quantity_to - billable_quantity as quantity_from,
    quantity_to
from outcome_steps
union all
select
    contract_id,
    price_id,
    period_start_at,
    null as outcome_id,
    0 as quantity_from,
    1 as quantity_to
from price_periods
where
    metric = 'period'
    and is_fee_owed
    and service_start_at <= {{ outcome_metering.as_of() }}
union all
select
    contract_id,
    price_id,
    period_start_at,
    null as outcome_id,
    null as quantity_from,
    0 as quantity_to
from price_periods
where
    is_flat_owed_at_zero
    and metric <> 'period'
    and service_start_at <= {{ outcome_metering.as_of() }}
