-- The yardstick: the bench's job by hand. One definition, three policies and the prices of
-- inputs/catalog.sql are written into the steps below; what the catalog's rows say is looked up.
-- No dbt, no macros, no other engine, no second definition. run_sql.py runs it stage by stage.

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
-- A key holds its time above 64 bits of digest, so the first event of a kind is a plain min. One
-- pass over the log decides most conversations. Those that need their events in order (a deciding
-- event before the first answer, or 72 hours between first and last) are read again.

create temp macro instant(key) as make_timestamp(cast(cast(key as hugeint) >> 64 as bigint));

create temp macro surrogate(part) as concat(length(part), ':', part);

create temp table conversations as
select
    account_id,
    subject,
    opened,
    confirmed,
    disqualified,
    disqualified_by,
    quiet,
    reopened,
    coalesce(confirmed < opened, false)
    or coalesce(disqualified < opened, false)
    or instant(quiet) >= instant(opened) + interval 72 hours as is_irregular
from (
    select
        account_id,
        subject,
        min(event_key) filter (event_type = 'ai.answered') as opened,
        min(event_key) filter (event_type = 'customer.confirmed') as confirmed,
        min(event_key) filter (
            event_type = 'conversation.handed_off' or (event_type = 'human.replied' and is_public)
        ) as disqualified,
        arg_min(event_type, event_key) filter (
            event_type = 'conversation.handed_off' or (event_type = 'human.replied' and is_public)
        ) as disqualified_by,
        max(event_key) as quiet,
        list(event_key) filter (event_type = 'conversation.reopened') as reopened
    from events
    where subject is not null
    group by account_id, subject
)
where opened is not null;

create temp table irregular as
select
    account_id,
    subject,
    min(event_key) filter (event_type = 'customer.confirmed') as confirmed,
    min(event_key) filter (
        event_type = 'conversation.handed_off' or (event_type = 'human.replied' and is_public)
    ) as disqualified,
    arg_min(event_type, event_key) filter (
        event_type = 'conversation.handed_off' or (event_type = 'human.replied' and is_public)
    ) as disqualified_by,
    min(event_key) filter (
        next_at is null or next_at >= occurred_at + interval 72 hours
    ) as quiet
from (
    select
        events.account_id,
        events.subject,
        events.event_type,
        events.event_key,
        events.is_public,
        events.occurred_at,
        lead(events.occurred_at) over (
            partition by events.account_id, events.subject order by events.event_key
        ) as next_at
    from events
    inner join conversations using (account_id, subject)
    where conversations.is_irregular and events.occurred_at >= instant(conversations.opened)
)
group by account_id, subject;

create temp table settled as
select
    account_id,
    subject,
    opened,
    reopened,
    instant(opened) as opened_at,
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
    case verdict when 'disqualified' then disqualified when 'confirmed' then confirmed when 'assumed' then quiet end
        as settled,
    if(
        verdict = 'disqualified', if(disqualified_by = 'human.replied', 'human_replied', 'handed_off'), null
    ) as missed_reason
from (
    select
        account_id,
        subject,
        opened,
        reopened,
        confirmed,
        disqualified,
        disqualified_by,
        quiet,
        coalesce(instant(confirmed), timestamp '9999-12-31') as confirmed_at,
        coalesce(instant(disqualified), timestamp '9999-12-31') as disqualified_at,
        instant(quiet) + interval 72 hours as silent_at
    from conversations
    where not is_irregular
    union all
    select
        account_id,
        subject,
        conversations.opened,
        conversations.reopened,
        irregular.confirmed,
        irregular.disqualified,
        irregular.disqualified_by,
        irregular.quiet,
        coalesce(instant(irregular.confirmed), timestamp '9999-12-31') as confirmed_at,
        coalesce(instant(irregular.disqualified), timestamp '9999-12-31') as disqualified_at,
        instant(irregular.quiet) + interval 72 hours as silent_at
    from conversations
    inner join irregular using (account_id, subject)
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
    coalesce(timezone('UTC', timezone(time_zone, end_date::timestamp)), timestamp '9999-12-31') as end_at
from read_parquet(getvariable('catalog_folder') || '/contracts.parquet');

create table outcomes as
select
    md5(concat(
        '21:conversation_resolved1:1', surrogate(settled.account_id), surrogate(settled.subject)
    )) as outcome_id,
    'conversation_resolved' as outcome_type,
    1 as definition_version,
    settled.account_id,
    settled.subject as entity_id,
    settled.subject,
    contracts.contract_id,
    case
        when verdict = 'pending' then 'pending'
        when verdict = 'disqualified' then 'missed'
        when reversed is null then 'confirmed'
        else 'reversed'
    end as status,
    if(verdict in ('confirmed', 'assumed'), verdict, null) as basis,
    case verdict when 'confirmed' then 'customer' when 'assumed' then 'vendor' end as success_source,
    if(reversed is null, missed_reason, 'reopened') as reason_code,
    cast(null as decimal(38, 9)) as value_amount,
    cast(null as varchar) as value_currency_code,
    opened_at,
    settled_at,
    instant(reversed) as reversed_at,
    opened as opened_event_key,
    settled.settled as settled_event_key,
    reversed as reversed_event_key
from (
    select
        *,
        list_min(list_filter(
            reopened,
            lambda key: verdict in ('confirmed', 'assumed')
            and instant(key) >= settled_at
            and instant(key) < settled_at + interval 14 days
            and instant(key) <= getvariable('as_of')::timestamp
            and key <> settled
        )) as reversed
    from settled
) as settled
left join contracts
    on
        settled.account_id = contracts.account_id
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
