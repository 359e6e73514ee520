select
    account_id,
    account_name
from {{ ref('accounts') }}
