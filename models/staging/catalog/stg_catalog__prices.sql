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
    start_date,
    end_date
from {{ ref('prices') }}
