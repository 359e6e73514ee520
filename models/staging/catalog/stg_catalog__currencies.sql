select
    currency_code,
    currency_name,
    minor_unit_digits
from {{ ref('currencies') }}
