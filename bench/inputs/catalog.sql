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
        case
            when number % 7 < 3 then 'sole_last_touch'
            when number % 7 < 5 then 'threshold_linear'
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
            ('threshold_linear', 'linear', 262800, 'threshold', 0.5, false),
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

-- Prices in dollars, with their tiers from the first on: (tier_to, unit_amount). The graduated ones
-- begin with an allowance; a unit of the unit list costs less than a cent, and less from March on.
create temp table offers as
select
    concat(name, '_', lower(currency_code)) as price_id,
    null as contract_id,
    price_list_id,
    metric,
    pricing_model,
    proration,
    start_date,
    end_date,
    tiers,
    currency_code
from (
    values
        ('unit', 'list_unit', 'count', 'unit', 'none', date '2026-01-01', date '2026-03-01',
            [{'tier_to': null, 'unit_amount': 0.0042375}]),
        ('unit_march', 'list_unit', 'count', 'unit', 'none', date '2026-03-01', null,
            [{'tier_to': null, 'unit_amount': 0.003975}]),
        ('unit_base', 'list_unit', 'period', 'unit', 'days', date '2026-01-01', null,
            [{'tier_to': null, 'unit_amount': 49.0}]),
        ('graduated', 'list_graduated', 'count', 'graduated', 'none', date '2026-01-01', null,
            [
                {'tier_to': 50, 'unit_amount': 0.0},
                {'tier_to': 200, 'unit_amount': 0.99},
                {'tier_to': null, 'unit_amount': 0.8725}
            ]),
        ('graduated_base', 'list_graduated', 'period', 'unit', 'none', date '2026-01-01', null,
            [{'tier_to': null, 'unit_amount': 250.0}])
) as lists (name, price_list_id, metric, pricing_model, proration, start_date, end_date, tiers)
cross join (values ('USD'), ('JPY'), ('KWD')) as currencies (currency_code)
union all
select
    concat('own_', number) as price_id,
    contract_id,
    null as price_list_id,
    'count' as metric,
    if(number % 8 = 1, 'graduated', 'unit') as pricing_model,
    'none' as proration,
    date '2026-01-01' as start_date,
    null as end_date,
    if(
        number % 8 = 1,
        [{'tier_to': 20, 'unit_amount': 0.0}, {'tier_to': null, 'unit_amount': 0.5 + number * 0.0007}],
        [{'tier_to': null, 'unit_amount': 0.5 + number * 0.0007}]
    ) as tiers,
    currency_code
from deals
where has_own_price;

copy (
    select
        price_id,
        contract_id,
        price_list_id,
        if(metric = 'period', null, 'conversation_resolved') as outcome_type,
        metric,
        pricing_model,
        currency_code,
        false as is_flat_owed_at_zero,
        proration,
        start_date,
        end_date
    from offers
) to (getvariable('catalog_folder') || '/prices.parquet') (format parquet);

copy (
    select
        price_id,
        tier_number,
        cast(coalesce(tiers[tier_number - 1].tier_to, 0) as decimal(38, 9)) as tier_from,
        cast(tiers[tier_number].tier_to as decimal(38, 9)) as tier_to,
        cast(
            tiers[tier_number].unit_amount
            * case currency_code when 'USD' then 1.0 when 'JPY' then 150.0 when 'KWD' then 0.3 end
            as decimal(38, 12)
        ) as unit_amount,
        cast(0 as decimal(38, 12)) as flat_amount
    from (select *, cast(unnest(range(1, len(tiers) + 1)) as integer) as tier_number from offers)
) to (getvariable('catalog_folder') || '/price_tiers.parquet') (format parquet);
