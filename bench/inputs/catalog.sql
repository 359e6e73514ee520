-- The catalog of the bench, one Parquet file a table: 1,000 accounts with a contract each, but for
-- a few. Numbers decide everything, so that the same file comes out each time.

copy (
    select
        concat('acct_', range) as account_id,
        concat('Account ', range) as account_name
    from range(1000)
) to (getvariable('catalog_folder') || '/accounts.parquet') (format parquet);

create temp table deals as
select
    range as number,
    concat('contract_', range) as contract_id,
    concat('acct_', range) as account_id,
    case
        when range % 10 < 6 then 'USD'
        when range % 10 < 8 then 'JPY'
        else 'KWD'
    end as currency_code,
    -- One contract in four has a price of its own; one in fifty buys at no price at all.
    range % 4 = 1 as has_own_price,
    range % 50 = 48 as has_no_price
from range(1000)
where range % 100 <> 99;

copy (
    select
        contract_id,
        account_id,
        case
            when has_no_price then null
            when number % 3 = 0 then 'list_graduated'
            else 'list_unit'
        end as price_list_id,
        currency_code,
        case when number % 20 = 10 then 'quarterly' else 'monthly' end as billing_cadence,
        case currency_code
            when 'USD' then if(number % 2 = 0, 'America/New_York', 'UTC')
            when 'JPY' then 'Asia/Tokyo'
            else 'Asia/Kuwait'
        end as time_zone,
        if(number % 20 = 5, date '2026-01-20', date '2026-01-01') as start_date,
        if(number % 40 = 7, date '2026-04-01', null) as end_date
    from deals
) to (getvariable('catalog_folder') || '/contracts.parquet') (format parquet);

copy (
    select
        contract_id,
        'conversation_resolved' as outcome_type,
        1 as definition_version,
        case number % 3
            when 0 then 'sole_last_touch'
            when 1 then 'threshold_linear'
            else 'fractional_linear'
        end as attribution_policy_id
    from deals
    where number % 100 <> 77
) to (getvariable('catalog_folder') || '/contract_outcomes.parquet') (format parquet);

copy (
    select
        attribution_policy_id,
        method,
        cast(lookback_seconds as bigint) as lookback_seconds,
        billing_rule,
        cast(minimum_share as decimal(38, 12)) as minimum_share,
        is_default
    from (
        values
            ('sole_last_touch', 'last_touch', 2592000, 'sole', null, true),
            ('threshold_linear', 'linear', 259200, 'threshold', 0.5, false),
            ('fractional_linear', 'linear', null, 'fractional', null, false)
    ) as policies (
        attribution_policy_id, method, lookback_seconds, billing_rule, minimum_share, is_default
    )
) to (getvariable('catalog_folder') || '/attribution_policies.parquet') (format parquet);

-- The seller's agents; the last one is somebody else's. People are not listed: theirs is no
-- seller's share.
copy (
    select
        concat('ai_', range) as contributor_id,
        concat('Agent ', range) as contributor_name,
        'ai' as contributor_kind,
        range < 7 as is_vendor
    from range(8)
    union all
    select
        'tool_search' as contributor_id,
        'Search' as contributor_name,
        'tool' as contributor_kind,
        true as is_vendor
) to (getvariable('catalog_folder') || '/contributors.parquet') (format parquet);

copy (
    select *
    from (
        values
            ('USD', 'US Dollar', 2),
            ('JPY', 'Yen', 0),
            ('KWD', 'Kuwaiti Dinar', 3)
    ) as currencies (currency_code, currency_name, minor_unit_digits)
) to (getvariable('catalog_folder') || '/currencies.parquet') (format parquet);

-- What a unit of each currency is worth in terms of the prices below.
create temp table scales as
select *
from (
    values
        ('USD', 1.0),
        ('JPY', 150.0),
        ('KWD', 0.3)
) as scales (currency_code, factor);

-- The lists and the own prices, tier by tier, in dollars. The graduated ones include an allowance;
-- a unit of the unit list costs less than a cent.
create temp table offers as
select
    concat(list_id, '_', lower(currency_code)) as price_id,
    null as contract_id,
    list_id as price_list_id,
    metric,
    pricing_model,
    currency_code,
    proration,
    start_date,
    end_date,
    tier_number,
    tier_from,
    tier_to,
    unit_amount * factor as unit_amount
from scales
cross join (
    values
        ('list_unit', 'list_unit_first', 'count', 'unit', 'none', 1, 0, null, 0.0042375),
        ('list_graduated', 'list_graduated', 'count', 'graduated', 'none', 1, 0, 50, 0),
        ('list_graduated', 'list_graduated', 'count', 'graduated', 'none', 2, 50, 200, 0.99),
        ('list_graduated', 'list_graduated', 'count', 'graduated', 'none', 3, 200, null, 0.8725),
        ('list_unit', 'list_unit_base', 'period', 'unit', 'days', 1, 0, null, 49),
        ('list_graduated', 'list_graduated_base', 'period', 'unit', 'none', 1, 0, null, 250)
) as lists (a, b, c, d, e, f, g, h, i);
