{#- Grain: one (outcome, price), price null where none applies: what of it is billed, or the reason
    why nothing is. -#}

with

shares as (

    select
        outcome_id,
        attribution_policy_id,
        sum(case when is_vendor then share else 0 end) as vendor_share,
        sum(touches_count) as touches_count
    from {{ ref('attributed_outcomes') }}
    group by outcome_id, attribution_policy_id

),

policies as (

    select
        attribution_policy_id,
        billing_rule,
        minimum_share
    from {{ ref('stg_catalog__attribution_policies') }}

),

matched as (

    select
        outcomes.outcome_id,
        outcomes.contract_id,
        outcomes.account_id,
        outcomes.outcome_type,
        outcomes.definition_version,
        outcomes.status,
        outcomes.reason_code,
        outcomes.value_amount,
        outcomes.value_currency_code,
        outcomes.settled_at,
        contract_outcomes.definition_version as pinned_version,
        shares.touches_count,
        shares.vendor_share,
        policies.billing_rule,
        {{ outcome_metering.billable_fraction(
            'policies.billing_rule', 'shares.vendor_share', 'policies.minimum_share'
        ) }} as billable_fraction,
        prices.price_id,
        prices.metric,
        prices.currency_code
    from {{ ref('outcomes') }} as outcomes
    left join {{ ref('stg_catalog__contract_outcomes') }} as contract_outcomes
        on
            outcomes.contract_id = contract_outcomes.contract_id
            and outcomes.outcome_type = contract_outcomes.outcome_type
    left join shares on outcomes.outcome_id = shares.outcome_id
    left join policies on shares.attribution_policy_id = policies.attribution_policy_id
    left join {{ ref('int_contract_prices') }} as prices
        on
            outcomes.contract_id = prices.contract_id
            and outcomes.outcome_type = prices.outcome_type
            and outcomes.settled_at >= prices.valid_from_at
            and outcomes.settled_at < prices.valid_to_at

)

select
    outcome_id,
    contract_id,
    account_id,
    outcome_type,
    definition_version,
    price_id,
    currency_code,
    case
        when contract_id is null then 'no_contract'
        when pinned_version is null then 'outcome_type_not_contracted'
        when definition_version <> pinned_version then 'definition_version_not_pinned'
        when status = 'pending' then 'pending'
        when status in ('missed', 'reversed') then reason_code
        when price_id is null then 'no_price'
        when metric = 'value' and value_amount is null then 'missing_value'
        when metric = 'value' and coalesce(value_currency_code, '') <> currency_code
            then 'currency_mismatch'
        when touches_count = 0 then 'no_touches'
        when vendor_share = 0 then 'no_vendor_share'
        when billable_fraction = 0 and billing_rule = 'sole' then 'not_sole_contributor'
        when billable_fraction = 0 then 'share_below_minimum'
    end as reason_code,
    case
        when metric = 'value'
            then cast(
                billable_fraction * value_amount as {{ outcome_metering.type_decimal('quantity') }}
            )
        else cast(billable_fraction as {{ outcome_metering.type_decimal('quantity') }})
    end as billable_quantity,
    settled_at
from matched
