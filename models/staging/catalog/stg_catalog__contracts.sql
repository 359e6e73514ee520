{#- Dates of a contract are days in its own time zone; here they become instants. Accounts come
    first, so that a contract of an unknown one stops all that is built on contracts. -#}
-- depends_on: {{ ref('stg_catalog__accounts') }}

select
    contract_id,
    account_id,
    price_list_id,
    currency_code,
    billing_cadence,
    time_zone,
    start_date,
    end_date,
    {{ outcome_metering.to_utc_time('cast(start_date as timestamp)', 'time_zone') }}
        as valid_from_at,
    {{ outcome_metering.to_utc_time('cast(end_date as timestamp)', 'time_zone') }}
        as valid_to_at
from {{ ref('contracts') }}
