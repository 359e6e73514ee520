{#- Grain: one outcome that succeeded (reversed since or not), with the attribution policy of its
    contract; an outcome without one falls under the default policy. -#}

with

policies as (

    select
        attribution_policy_id,
        method,
        lookback_seconds,
        is_default
    from {{ ref('stg_catalog__attribution_policies') }}

),

contract_outcomes as (

    select
        contract_id,
        outcome_type,
        attribution_policy_id
    from {{ ref('stg_catalog__contract_outcomes') }}

),

default_policy as (

    select attribution_policy_id
    from policies
    where is_default

)

select
    outcomes.outcome_id,
    outcomes.account_id,
    outcomes.subject,
    outcomes.settled_at,
    policies.attribution_policy_id,
    policies.method,
    policies.lookback_seconds
from {{ ref('outcomes') }} as outcomes
cross join default_policy
left join contract_outcomes
    on
        outcomes.contract_id = contract_outcomes.contract_id
        and outcomes.outcome_type = contract_outcomes.outcome_type
inner join policies
    on
        coalesce(contract_outcomes.attribution_policy_id, default_policy.attribution_policy_id)
        = policies.attribution_policy_id
where outcomes.status in ('confirmed', 'reversed')
