-- The yardstick: the bench's job by hand, in plain DuckDB. The definition, its windows and the billing
-- rules are written into the steps; what the catalog's rows say is looked up. It knows one
-- definition, one price an outcome and one file, and nothing of other engines.
--
-- run_sql.py runs it stage by stage and sets the variables log_file, catalog_folder and as_of.

set variable as_of = cast(getvariable('as_of') as timestamptz);

-- stage: staging
-- Only ids that came more than once are ranked; the log is written once.

create temp table repeated as
select hash(source, id) as key_hash
from read_parquet(getvariable('log_file'))
group by key_hash
having count(*) > 1;

-- Which rows of the file lose against an earlier arrival of the same event.
create temp table duplicates as
select file_row_number
from (
    select
        file_row_number,
        row_number() over (
            partition by source, id
            order by
                not json_valid(data) or time > received_at + interval 5 minutes,
                received_at,
                hash(type, subject, account_id, data, cast(time as varchar))
        ) as arrival_number
    from read_parquet(getvariable('log_file'), file_row_number = true)
    where
        received_at <= getvariable('as_of')
        and hash(source, id) in (select key_hash from repeated)
)
where arrival_number > 1;

create table events as
select
    cast(epoch_us(time) as decimal(38, 0)) * 18446744073709551616
    + cast(md5_number(concat(source, chr(31), id)) >> 64 as ubigint) as event_key,
    id as event_id,
    source as event_source,
    type as event_type,
    subject,
    account_id,
    fields.actor_id,
    fields.actor_kind,
    fields.currency_code,
    data,
    try_cast(fields.amount as decimal(38, 9)) as amount,
    fields.is_public,
    make_timestamp(epoch_us(time)) as occurred_at,
    make_timestamp(epoch_us(received_at)) as received_at
from (
    select
        *,
        from_json(
            case when json_valid(data) then data end,
            '{"actor_id": "VARCHAR", "actor_kind": "VARCHAR", "is_public": "BOOLEAN",
              "amount": "VARCHAR", "currency_code": "VARCHAR"}'
        ) as fields
    from read_parquet(getvariable('log_file'), file_row_number = true)
)
anti join duplicates using (file_row_number)
where
    received_at <= getvariable('as_of')
    and time <= received_at + interval 5 minutes
    and fields is not null;

-- stage: outcomes
-- Keys sort by time, so the first event of a kind is a plain min. One pass over the log decides most
-- conversations. Those that need their events in order (a deciding event before the first answer,
-- or 72 hours between first and last) are read again.

create temp macro never() as timestamp '9999-12-31';

create temp table conversations as
select
    *,
    confirmed_at < opened_at or disqualified_at < opened_at or quiet_at >= opened_at + interval 72 hours
        as is_irregular
from (
    select
        account_id,
        subject,
        min(event_key) filter (event_type = 'ai.answered') as opened_key,
        min(occurred_at) filter (event_type = 'ai.answered') as opened_at,
        min(event_key) filter (event_type = 'customer.confirmed') as confirmed_key,
        coalesce(min(occurred_at) filter (event_type = 'customer.confirmed'), never()) as confirmed_at,
        min(event_key) filter (is_disqualifying) as disqualified_key,
        coalesce(min(occurred_at) filter (is_disqualifying), never()) as disqualified_at,
        arg_min(event_type, event_key) filter (is_disqualifying) as disqualified_by,
        max(event_key) as quiet_key,
        max(occurred_at) as quiet_at,
        list({'event_key': event_key, 'occurred_at': occurred_at})
            filter (event_type = 'conversation.reopened') as reopenings
    from (
        select
            *,
            event_type = 'conversation.handed_off' or (event_type = 'human.replied' and is_public)
                as is_disqualifying
        from events
        where subject is not null
    )
    group by account_id, subject
)
where opened_key is not null;

create temp table irregular as
select
    account_id,
    subject,
    any_value(opened_key) as opened_key,
    any_value(opened_at) as opened_at,
    min(event_key) filter (event_type = 'customer.confirmed') as confirmed_key,
    coalesce(min(occurred_at) filter (event_type = 'customer.confirmed'), never()) as confirmed_at,
    min(event_key) filter (is_disqualifying) as disqualified_key,
    coalesce(min(occurred_at) filter (is_disqualifying), never()) as disqualified_at,
    arg_min(event_type, event_key) filter (is_disqualifying) as disqualified_by,
    min(event_key) filter (is_last_before_silence) as quiet_key,
    min(occurred_at) filter (is_last_before_silence) as quiet_at,
    any_value(reopenings) as reopenings
from (
    select
        account_id,
        subject,
        conversations.opened_key,
        conversations.opened_at,
        conversations.reopenings,
        events.event_key,
        events.event_type,
        events.occurred_at,
        events.event_type = 'conversation.handed_off'
        or (events.event_type = 'human.replied' and events.is_public) as is_disqualifying,
        coalesce(
            lead(events.occurred_at) over (partition by account_id, subject order by events.event_key)
            >= events.occurred_at + interval 72 hours,
            true
        ) as is_last_before_silence
    from events
    inner join conversations using (account_id, subject)
    where conversations.is_irregular and events.occurred_at >= conversations.opened_at
)
group by account_id, subject;

create temp table verdicts as
select
    *,
    quiet_at + interval 72 hours as silent_at,
    case
        when least(disqualified_at, confirmed_at, silent_at) > getvariable('as_of')::timestamp then 'pending'
        when disqualified_at < silent_at and disqualified_at <= confirmed_at then 'disqualified'
        when confirmed_at < silent_at then 'confirmed'
        else 'assumed'
    end as verdict,
    case verdict
        when 'disqualified' then disqualified_at
        when 'confirmed' then confirmed_at
        when 'assumed' then silent_at
    end as settled_at,
    case verdict
        when 'disqualified' then disqualified_key
        when 'confirmed' then confirmed_key
        when 'assumed' then quiet_key
    end as settled_key,
    list_min(list_filter(
        reopenings,
        lambda reopening: verdict in ('confirmed', 'assumed')
        and reopening.occurred_at >= settled_at
        and reopening.occurred_at < settled_at + interval 14 days
        and reopening.occurred_at <= getvariable('as_of')::timestamp
        and reopening.event_key <> settled_key
    )) as reversal
from (
    select * exclude (is_irregular) from conversations where not is_irregular
    union all by name
    select * from irregular
);

create temp table contracts as
select
    contract_id,
    account_id,
    price_list_id,
    currency_code,
    billing_cadence,
    time_zone,
    timezone('UTC', timezone(time_zone, start_date::timestamp)) as start_at,
    coalesce(timezone('UTC', timezone(time_zone, end_date::timestamp)), never()) as end_at
from read_parquet(getvariable('catalog_folder') || '/contracts.parquet');

create table outcomes as
select
    md5(concat(
        '21:conversation_resolved1:1',
        length(verdicts.account_id), ':', verdicts.account_id,
        length(subject), ':', subject
    )) as outcome_id,
    'conversation_resolved' as outcome_type,
    1 as definition_version,
    verdicts.account_id,
    subject as entity_id,
    subject,
    contracts.contract_id,
    case
        when verdict = 'pending' then 'pending'
        when verdict = 'disqualified' then 'missed'
        when reversal is null then 'confirmed'
        else 'reversed'
    end as status,
    case when verdict in ('confirmed', 'assumed') then verdict end as basis,
    case verdict when 'confirmed' then 'customer' when 'assumed' then 'vendor' end as success_source,
    case
        when reversal is not null then 'reopened'
        when verdict = 'disqualified' and disqualified_by = 'human.replied' then 'human_replied'
        when verdict = 'disqualified' then 'handed_off'
    end as reason_code,
    cast(null as decimal(38, 9)) as value_amount,
    cast(null as varchar) as value_currency_code,
    opened_at,
    settled_at,
    reversal.occurred_at as reversed_at,
    opened_key as opened_event_key,
    settled_key as settled_event_key,
    reversal.event_key as reversed_event_key
from verdicts
left join contracts
    on
        verdicts.account_id = contracts.account_id
        and coalesce(settled_at, opened_at) >= contracts.start_at
        and coalesce(settled_at, opened_at) < contracts.end_at;

create table outcome_evidence as
select
    roles.outcome_id,
    roles.evidence_role,
    event_key,
    events.event_source,
    events.event_id,
    events.event_type,
    events.occurred_at,
    events.received_at
from (
    select outcome_id, 'opened' as evidence_role, opened_event_key as event_key from outcomes
    union all
    select outcome_id, 'settled', settled_event_key from outcomes where settled_event_key is not null
    union all
    select outcome_id, 'reversed', reversed_event_key from outcomes where reversed_event_key is not null
) as roles
inner join events using (event_key);

-- stage: attribution
-- Rows of `outcomes` stand for their ids until the end: a number is cheaper to group by.

create temp table terms as
select
    contracts.contract_id,
    contracts.currency_code,
    contract_outcomes.contract_id is not null as is_contracted,
    policies.attribution_policy_id,
    policies.method,
    policies.lookback_seconds,
    policies.billing_rule,
    policies.minimum_share
from contracts
left join read_parquet(getvariable('catalog_folder') || '/contract_outcomes.parquet') as contract_outcomes
    on contracts.contract_id = contract_outcomes.contract_id
inner join read_parquet(getvariable('catalog_folder') || '/attribution_policies.parquet') as policies
    on coalesce(contract_outcomes.attribution_policy_id, 'sole_last_touch') = policies.attribution_policy_id;

create temp table successes as
select
    outcomes.rowid as outcome_row,
    outcomes.outcome_id,
    outcomes.account_id,
    outcomes.subject,
    outcomes.settled_at,
    coalesce(terms.attribution_policy_id, 'sole_last_touch') as attribution_policy_id,
    coalesce(terms.method, 'last_touch') as method,
    case
        when terms.contract_id is null then settled_at - interval 30 days
        when terms.lookback_seconds is null then timestamp '1970-01-01'
        else settled_at - to_seconds(terms.lookback_seconds)
    end as touched_from_at
from outcomes
left join terms on outcomes.contract_id = terms.contract_id
where outcomes.status in ('confirmed', 'reversed');

-- The parts of an outcome: touches by contributor, and whether the last one is theirs.
create temp table parts as
select
    successes.outcome_row,
    events.actor_id as contributor_id,
    any_value(successes.method) as method,
    count(*) as touches_count,
    max(events.event_key) as last_key
from successes
inner join events using (account_id, subject)
where
    events.actor_id is not null
    and events.actor_kind in ('ai', 'human', 'tool', 'partner', 'channel')
    and events.occurred_at between successes.touched_from_at and successes.settled_at
group by successes.outcome_row, events.actor_id;

-- Shares in units of 1e-12. Only linear shares of two contributors or more can leave units over.
create temp table shares as
select
    parts.outcome_row,
    parts.contributor_id,
    parts.touches_count,
    case
        when parts.method = 'last_touch' then if(parts.last_key = totals.last_key, 1000000000000, 0)
        else parts.touches_count * 1000000000000 // totals.touches_count
    end as units,
    if(
        parts.method = 'linear', parts.touches_count * 1000000000000 % totals.touches_count, 0
    ) as remainder
from parts
inner join (
    select
        outcome_row,
        sum(touches_count)::bigint as touches_count,
        max(last_key) as last_key
    from parts
    group by outcome_row
) as totals using (outcome_row);

create temp table rounded_up as
select
    outcome_row,
    contributor_id
from (
    select
        outcome_row,
        contributor_id,
        row_number() over (partition by outcome_row order by remainder desc, contributor_id) as place,
        1000000000000 - sum(units) over (partition by outcome_row) as units_over
    from shares
    semi join (
        select outcome_row from shares group by outcome_row having sum(remainder) > 0
    ) using (outcome_row)
)
where place <= units_over;

create table attributed_outcomes as
select
    successes.outcome_id,
    coalesce(contributor_id, 'unattributed') as contributor_id,
    successes.attribution_policy_id,
    coalesce(touches_count, 0) as touches_count,
    cast(
        coalesce(units + if(rounded_up.outcome_row is null, 0, 1), 1000000000000)::decimal(18, 0)
        * 0.000000000001::decimal(13, 12) as decimal(38, 12)
    ) as share,
    coalesce(contributors.is_vendor, false) as is_vendor
from successes
left join shares using (outcome_row)
left join rounded_up using (outcome_row, contributor_id)
left join read_parquet(getvariable('catalog_folder') || '/contributors.parquet') as contributors
    using (contributor_id);

-- stage: rating
-- Every outcome is counted once at most, by the one price its contract has at that time. Amounts are
-- reckoned in the currency's minor unit.

create temp table digits as
select
    currency_code,
    minor_unit_digits,
    cast(pow(10, minor_unit_digits) as bigint) as units_per_one
from read_parquet(getvariable('catalog_folder') || '/currencies.parquet');

create temp table tiers as
select
    tiers.price_id,
    tiers.tier_number,
    tiers.tier_from,
    tiers.tier_to,
    tiers.unit_amount,
    cast(tiers.unit_amount * digits.units_per_one as decimal(38, 12)) as minor_unit_amount
from read_parquet(getvariable('catalog_folder') || '/price_tiers.parquet') as tiers
inner join read_parquet(getvariable('catalog_folder') || '/prices.parquet') as prices using (price_id)
inner join digits using (currency_code);

-- Which price a contract has, and when: its own, else its list's.
create temp table contract_prices as
select
    contracts.contract_id,
    prices.price_id,
    prices.outcome_type,
    prices.metric,
    prices.pricing_model,
    prices.proration,
    greatest(contracts.start_at, timezone('UTC', timezone(time_zone, prices.start_date::timestamp))) as start_at,
    least(
        contracts.end_at,
        coalesce(timezone('UTC', timezone(time_zone, prices.end_date::timestamp)), never())
    ) as end_at
from contracts
inner join read_parquet(getvariable('catalog_folder') || '/prices.parquet') as prices
    on
        contracts.currency_code = prices.currency_code
        and (
            contracts.contract_id = prices.contract_id
            or (
                contracts.price_list_id = prices.price_list_id
                and (prices.metric = 'period' or contracts.contract_id not in (
                    select contract_id
                    from read_parquet(getvariable('catalog_folder') || '/prices.parquet')
                    where contract_id is not null
                ))
            )
        );

-- The first contracts begin in January, and quarters do so too.
create temp table periods as
select
    contract_id,
    time_zone,
    timezone('UTC', timezone(time_zone, local_start_at)) as period_start_at,
    timezone('UTC', timezone(time_zone, local_start_at + cadence)) as period_end_at
from (
    select
        contract_id,
        time_zone,
        if(billing_cadence = 'quarterly', interval 3 months, interval 1 month) as cadence,
        unnest(generate_series(timestamp '2026-01-01', timestamp '2026-05-01', cadence)) as local_start_at
    from contracts
)
where period_start_at <= getvariable('as_of')::timestamp;

create temp table price_periods as
select
    contract_prices.* exclude (start_at, end_at),
    periods.period_start_at,
    periods.period_end_at,
    greatest(contract_prices.start_at, periods.period_start_at) as service_start_at,
    least(contract_prices.end_at, periods.period_end_at) as service_end_at,
    datediff(
        'day',
        timezone(time_zone, timezone('UTC', service_start_at)),
        timezone(time_zone, timezone('UTC', service_end_at))
    ) as service_days,
    datediff(
        'day',
        timezone(time_zone, timezone('UTC', periods.period_start_at)),
        timezone(time_zone, timezone('UTC', periods.period_end_at))
    ) as period_days
from contract_prices
inner join periods
    on
        contract_prices.contract_id = periods.contract_id
        and contract_prices.start_at < periods.period_end_at
        and contract_prices.end_at > periods.period_start_at;

create temp table vendor_parts as
select
    outcome_id,
    sum(case when is_vendor then share else 0 end) as vendor_share,
    sum(touches_count) as touches_count
from attributed_outcomes
group by outcome_id;

create temp table judged as
select
    outcomes.rowid as outcome_row,
    outcomes.outcome_id,
    outcomes.contract_id,
    outcomes.account_id,
    outcomes.settled_at,
    prices.price_id,
    prices.pricing_model,
    if(prices.price_id is null, null, terms.currency_code) as currency_code,
    case
        when outcomes.contract_id is null then 'no_contract'
        when not terms.is_contracted then 'outcome_type_not_contracted'
        when outcomes.status = 'pending' then 'pending'
        when outcomes.status in ('missed', 'reversed') then outcomes.reason_code
        when prices.price_id is null then 'no_price'
        when vendor_parts.touches_count = 0 then 'no_touches'
        when vendor_parts.vendor_share = 0 then 'no_vendor_share'
        when terms.billing_rule = 'sole' and vendor_parts.vendor_share < 1 then 'not_sole_contributor'
        when terms.billing_rule = 'threshold' and vendor_parts.vendor_share < terms.minimum_share
            then 'share_below_minimum'
    end as unbilled_reason,
    case
        when unbilled_reason is not null then 0
        when terms.billing_rule = 'fractional' then cast(vendor_parts.vendor_share as decimal(18, 9))
        else 1
    end as billable_quantity
from outcomes
left join terms on outcomes.contract_id = terms.contract_id
left join vendor_parts on outcomes.outcome_id = vendor_parts.outcome_id
left join contract_prices as prices
    on
        outcomes.contract_id = prices.contract_id
        and prices.metric = 'count'
        and outcomes.settled_at >= prices.start_at
        and outcomes.settled_at < prices.end_at;

create temp table steps as
select
    judged.outcome_row,
    judged.outcome_id,
    judged.contract_id,
    judged.price_id,
    price_periods.period_start_at,
    sum(judged.billable_quantity) over (
        partition by judged.contract_id, judged.price_id, price_periods.period_start_at
        order by judged.settled_at, judged.outcome_id
        rows unbounded preceding
    )::decimal(18, 9) as quantity_to,
    quantity_to - judged.billable_quantity as quantity_from
from judged
inner join price_periods
    on
        judged.contract_id = price_periods.contract_id
        and judged.price_id = price_periods.price_id
        and judged.settled_at >= price_periods.period_start_at
        and judged.settled_at < price_periods.period_end_at
where judged.unbilled_reason is null;

-- One outcome in one tier. A unit price has one tier without an end, so it's cut like the others.
create temp table tier_parts as
select
    steps.outcome_row,
    steps.outcome_id,
    steps.contract_id,
    steps.price_id,
    steps.period_start_at,
    tiers.tier_number,
    least(steps.quantity_to, coalesce(tiers.tier_to, steps.quantity_to))
    - greatest(steps.quantity_from, tiers.tier_from) as quantity,
    tiers.unit_amount,
    quantity * tiers.minor_unit_amount as exact_units,
    cast(floor(exact_units) as bigint) as whole_units,
    exact_units - whole_units as remainder
from steps
inner join tiers
    on
        steps.price_id = tiers.price_id
        and steps.quantity_to > tiers.tier_from
        and (steps.quantity_from < tiers.tier_to or tiers.tier_to is null);

create temp table lines as
select
    contract_id,
    price_id,
    period_start_at,
    tier_number,
    'outcome' as charge_kind,
    false as is_period_level,
    count(*) as outcomes_count,
    sum(quantity) as quantity,
    cast(sum(quantity * unit_amount) as decimal(38, 21)) as amount_exact
from tier_parts
group by contract_id, price_id, period_start_at, tier_number
union all
-- A base fee by the day: multiplied first, divided once, rounded half up at the twelfth digit.
select
    price_periods.contract_id,
    price_periods.price_id,
    price_periods.period_start_at,
    1 as tier_number,
    'base_fee' as charge_kind,
    true as is_period_level,
    0 as outcomes_count,
    1 as quantity,
    cast(case
        when price_periods.proration = 'none' then tiers.unit_amount
        else cast(
            (2 * cast(tiers.unit_amount * 1000000000000 as hugeint) * service_days + period_days)
            // (2 * period_days) as decimal(38, 0)
        ) * 0.000000000001
    end as decimal(38, 21)) as amount_exact
from price_periods
inner join tiers using (price_id)
where
    price_periods.metric = 'period'
    and price_periods.service_start_at <= getvariable('as_of')::timestamp;

create table rated_charges as
select
    md5(concat(
        length(lines.contract_id), ':', lines.contract_id,
        length(lines.price_id), ':', lines.price_id,
        length(lines.period_start_at::varchar), ':', lines.period_start_at,
        length(lines.tier_number::varchar), ':', lines.tier_number,
        length(lines.charge_kind), ':', lines.charge_kind,
        length(lines.is_period_level::varchar), ':', lines.is_period_level
    )) as charge_id,
    lines.contract_id,
    contracts.account_id,
    lines.price_id,
    price_periods.outcome_type,
    lines.charge_kind,
    lines.is_period_level,
    lines.tier_number,
    tiers.tier_from,
    tiers.tier_to,
    lines.outcomes_count,
    cast(lines.quantity as decimal(38, 9)) as quantity,
    tiers.unit_amount,
    lines.amount_exact,
    case digits.minor_unit_digits
        when 0 then round(lines.amount_exact, 0)::decimal(38, 9)
        when 2 then round(lines.amount_exact, 2)::decimal(38, 9)
        when 3 then round(lines.amount_exact, 3)::decimal(38, 9)
    end as amount,
    contracts.currency_code,
    lines.period_start_at,
    price_periods.period_end_at,
    price_periods.service_start_at,
    price_periods.service_end_at
from lines
inner join price_periods using (contract_id, price_id, period_start_at)
inner join contracts using (contract_id)
inner join tiers using (price_id, tier_number)
inner join digits using (currency_code);

-- Each part gets its units rounded down; the units that a line has over go to the largest
-- remainders, ties to the smaller outcome_id.
create temp table amounts as
select
    outcome_row,
    sum(units) as units
from (
    select
        tier_parts.outcome_row,
        tier_parts.whole_units + if(
            row_number() over (
                partition by tier_parts.contract_id, tier_parts.price_id, tier_parts.period_start_at, tier_parts.tier_number
                order by tier_parts.remainder desc, tier_parts.outcome_id
            ) <= line_units.units_over,
            1,
            0
        ) as units
    from tier_parts
    inner join (
        select
            contract_id,
            price_id,
            period_start_at,
            tier_number,
            cast(round(sum(exact_units), 0) as bigint) - sum(whole_units) as units_over
        from tier_parts
        group by contract_id, price_id, period_start_at, tier_number
    ) as line_units using (contract_id, price_id, period_start_at, tier_number)
)
group by outcome_row;

create table rated_outcomes as
select
    judged.outcome_id,
    judged.price_id,
    judged.contract_id,
    judged.account_id,
    'conversation_resolved' as outcome_type,
    1 as definition_version,
    judged.unbilled_reason as reason_code,
    cast(judged.billable_quantity as decimal(38, 9)) as billable_quantity,
    cast(steps.quantity_from as decimal(38, 9)) as quantity_from,
    cast(steps.quantity_to as decimal(38, 9)) as quantity_to,
    case judged.currency_code
        when 'USD' then cast(amounts.units * 0.01 as decimal(38, 9))
        when 'JPY' then cast(amounts.units * 1.0 as decimal(38, 9))
        when 'KWD' then cast(amounts.units * 0.001 as decimal(38, 9))
    end as amount,
    judged.currency_code,
    steps.period_start_at,
    judged.settled_at
from judged
left join steps using (outcome_row)
left join amounts using (outcome_row);
