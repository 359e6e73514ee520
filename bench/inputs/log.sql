-- The synthetic product log: `events_count` events of a support desk over four months, written as
-- Parquet in the order of receipt. All of it is arithmetic on hashes, so that the same count gives
-- the same file.
--
-- One conversation has 3 to 7 events. One event in a hundred arrives twice, one of twenty of those
-- with a differing body; one in fifty arrives late; one in ten thousand can't be accepted.

set variable events_count = cast(getvariable('events_count') as bigint);

create macro draw(number, salt, sides) as cast(hash(number, salt) % sides as bigint);

copy (

    with

    -- 25 events are 5 conversations of 3, 4, 5, 6 and 7 events.
    numbered as (

        select
            range as event_number,
            case
                when range % 25 < 3 then {'nth': 0, 'step': range % 25, 'steps': 3}
                when range % 25 < 7 then {'nth': 1, 'step': range % 25 - 3, 'steps': 4}
                when range % 25 < 12 then {'nth': 2, 'step': range % 25 - 7, 'steps': 5}
                when range % 25 < 18 then {'nth': 3, 'step': range % 25 - 12, 'steps': 6}
                else {'nth': 4, 'step': range % 25 - 18, 'steps': 7}
            end as place
        from range(getvariable('events_count') - getvariable('events_count') // 100)

    ),

    -- Accounts differ in size: the lower of two draws favours the small numbers.
    conversations as (

        select
            event_number,
            place.step as step,
            place.steps - 1 as last_step,
            event_number // 25 * 5 + place.nth as conversation_number,
            least(
                draw(conversation_number, 'account', 1000),
                draw(conversation_number, 'other account', 1100)
            ) as account_number,
            draw(conversation_number, 'ending', 100) as ending,
            timestamp '2026-01-01' + to_seconds(draw(conversation_number, 'start', 118 * 86400))
                as started_at,
            to_seconds(
                step * (60 + draw(conversation_number, 'pace', 1800))
                + draw(event_number, 'pause', 60)
                -- One conversation in 25 falls silent for four days and goes on.
                + case when step >= 3 and draw(conversation_number, 'silent', 25) = 0 then 4 * 86400 else 0 end
                -- Reopened within three weeks.
                + case
                    when step = last_step and ending between 45 and 54
                        then draw(conversation_number, 'reopened', 20 * 86400)
                    else 0
                end
            ) as elapsed
        from numbered

    ),

    typed as (

        select
            event_number,
            conversation_number,
            account_number,
            started_at + elapsed as occurred_at,
            draw(event_number, 'turn', 100) as turn,
            case
                when step = 0 then 'conversation.opened'
                when step = 1 and draw(conversation_number, 'first', 20) > 0 then 'ai.answered'
                when step = 1 then 'human.replied'
                when step = last_step and ending < 35 then 'customer.confirmed'
                when step = last_step and ending < 40 then 'conversation.handed_off'
                when step = last_step and ending < 45 then 'human.replied'
                when step = last_step and ending < 55 then 'conversation.reopened'
                when step = last_step - 1 and ending between 45 and 49 then 'customer.confirmed'
                when step % 2 = 0 and turn < 75 then 'customer.replied'
                when step % 2 = 0 then 'tool.called'
                when turn < 60 then 'ai.answered'
                else 'human.replied'
            end as event_type,
            step = last_step or step = 1 or turn >= 95 as is_public
        from conversations

    ),

    spoken as (

        select
            *,
            case split_part(event_type, '.', 1)
                when 'ai' then 'ai'
                when 'human' then 'human'
                when 'tool' then 'tool'
                else 'customer'
            end as actor_kind,
            case actor_kind
                when 'ai' then concat('ai_', draw(conversation_number, 'agent', 8))
                when 'human' then concat('human_', draw(event_number, 'person', 200))
                when 'tool' then 'tool_search'
                else concat('customer_', conversation_number)
            end as actor_id,
            to_seconds(
                1 + draw(event_number, 'delay', 60)
                + case when draw(event_number, 'late', 50) = 0 then draw(event_number, 'hours', 48) * 3600 else 0 end
                - case when draw(event_number, 'clock', 20000) = 0 then 3600 else 0 end
            ) as delay
        from typed

    ),

    sent as (

        select
            event_number,
            concat('evt_', to_hex(hash(event_number))) as id,
            case draw(conversation_number, 'desk', 3) when 0 then 'desk/eu' when 1 then 'desk/us' else 'desk/asia' end
                as source,
            event_type as type,
            concat('conv_', conversation_number) as subject,
            occurred_at as time,
            concat(
                '{"message_id":"msg_', event_number,
                '","actor_id":"', actor_id,
                '","actor_kind":"', actor_kind,
                '","is_public":', is_public,
                ',"channel":"', case draw(conversation_number, 'channel', 3) when 0 then 'email' else 'chat' end,
                '","characters":', 20 + draw(event_number, 'characters', 900),
                case when draw(event_number, 'broken', 20000) = 0 then '' else '}' end
            ) as data,
            concat('acct_', account_number) as account_id,
            occurred_at + delay as received_at
        from spoken

    ),

    -- A copy comes with a retry, after the original.
    arrived as (

        select id, source, type, subject, time, data, account_id, received_at
        from sent
        union all
        select
            id,
            source,
            type,
            subject,
            time,
            case
                when draw(event_number, 'edited', 20) = 0 then replace(data, '"characters":', '"characters":1')
                else data
            end as data,
            account_id,
            received_at + to_seconds(1 + draw(event_number, 'retry', 7200)) as received_at
        from sent
        where event_number % 99 = 50 and event_number // 99 < getvariable('events_count') // 100

    )

    select
        id,
        source,
        type,
        subject,
        timezone('UTC', time) as time,
        data,
        account_id,
        timezone('UTC', received_at) as received_at
    from arrived
    order by received_at, id

) to (getvariable('log_file')) (format parquet);
