{#- Grain: one (contract, price) that the contract could be billed by, its own or its price list's
    in its currency, for as long as both are valid. -#}

with

contracts as (

    select
        contract_id,
        price_list_id,
        currency_code,
        time_zone,
        valid_from_at,
        coalesce(valid_to_at, {{ outcome_metering.never() }}) as valid_to_at
    from {{ ref('stg_catalog__contracts') }}

),

prices as (

    select
        price_id,
        contract_id,
        price_list_id,
        outcome_type,
        metric,
        pricing_model,
        currency_code,
        proration,
        is_flat_owed_at_zero,
        cast(start_date as timestamp) as local_start_at,
        coalesce(cast(end_date as timestamp), {{ outcome_metering.never() }}) as local_end_at
    from {{ ref('stg_catalog__prices') }}

)

{%- for owner in ['contract_id', 'price_list_id'] %}
select
    contracts.contract_id,
    prices.price_id,
    prices.outcome_type,
    prices.metric,
    prices.pricing_model,
    prices.currency_code,
    prices.proration,
    prices.is_flat_owed_at_zero,
    prices.contract_id is not null as is_own_price,
    greatest(
        contracts.valid_from_at,
        {{ outcome_metering.to_utc_time('prices.local_start_at', 'contracts.time_zone') }}
    ) as valid_from_at,
    least(
        contracts.valid_to_at,
        {{ outcome_metering.to_utc_time('prices.local_end_at', 'contracts.time_zone') }}
    ) as valid_to_at
from contracts
inner join prices
    on
        contracts.{{ owner }} = prices.{{ owner }}
        and contracts.currency_code = prices.currency_code
{{ 'union all' if not loop.last }}
{%- endfor %}
