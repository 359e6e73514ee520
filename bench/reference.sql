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
