select
    price_id,
    tier_number,
    tier_from,
    tier_to,
    unit_amount,
    flat_amount
from {{ ref('price_tiers') }}
