select
    contributor_id,
    contributor_name,
    contributor_kind,
    is_vendor
from {{ ref('contributors') }}
