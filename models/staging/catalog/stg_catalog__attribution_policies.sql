select
    attribution_policy_id,
    method,
    lookback_seconds,
    billing_rule,
    minimum_share,
    is_default
from {{ ref('attribution_policies') }}
