{#- Grain: one (contract, billing period) that has begun by `as_of`. Periods are calendar months,
    quarters or years in the contract's time zone. -#}

{%- set periods_at_most = 1200 -%}

with

contracts as (

    select
        contract_id,
        time_zone,
        valid_from_at,
        coalesce(valid_to_at, {{ outcome_metering.never() }}) as valid_to_at,
        case billing_cadence
            when 'monthly' then {{ dbt.date_trunc('month', 'start_date') }}
            when 'quarterly' then {{ dbt.date_trunc('quarter', 'start_date') }}
            when 'annual' then {{ dbt.date_trunc('year', 'start_date') }}
        end as first_date,
        case billing_cadence
            when 'monthly' then 1
            when 'quarterly' then 3
            when 'annual' then 12
        end as period_months,
        12 + {{ dbt.datediff('start_date', outcome_metering.as_of(), 'month') }}
            as months_at_most
    from {{ ref('stg_catalog__contracts') }}

),

numbers as (

    {{ dbt.generate_series(periods_at_most) }}

),

numbered as (

    select
        contracts.contract_id,
        contracts.time_zone,
        contracts.valid_from_at,
        contracts.valid_to_at,
        contracts.first_date,
        contracts.period_months,
        (numbers.generated_number - 1) * contracts.period_months as months_before
    from contracts
    inner join numbers
        on
            (numbers.generated_number - 1) * contracts.period_months
            <= contracts.months_at_most

),

local_periods as (

    select
        contract_id,
        time_zone,
        valid_from_at,
        valid_to_at,
        {{ dbt.dateadd('month', 'months_before', 'first_date') }} as start_date,
        {{ dbt.dateadd('month', 'months_before + period_months', 'first_date') }} as end_date
    from numbered

),

periods as (

    select
        contract_id,
        time_zone,
        valid_from_at,
        valid_to_at,
        {{ outcome_metering.to_utc_time('cast(start_date as timestamp)', 'time_zone') }}
            as period_start_at,
        {{ outcome_metering.to_utc_time('cast(end_date as timestamp)', 'time_zone') }}
            as period_end_at
    from local_periods

)

select
    contract_id,
    time_zone,
    period_start_at,
    period_end_at
from periods
where
    period_start_at <= {{ outcome_metering.as_of() }}
    and period_start_at < valid_to_at
    and period_end_at > valid_from_at
