select
    contract_id,
    outcome_type,
    definition_version,
    attribution_policy_id
from {{ ref('contract_outcomes') }}
