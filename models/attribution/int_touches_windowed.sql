{#- Grain: one touch of one outcome: an event by a contributor on the outcome's subject, inside the
    lookback and no later than the outcome. Both boundaries are inclusive. -#}

select
    outcomes.outcome_id,
    outcomes.method,
    events.actor_id as contributor_id,
    row_number() over (
        partition by outcomes.outcome_id
        order by events.event_key
    ) as touch_number,
    count(*) over (partition by outcomes.outcome_id) as touches_count
from {{ ref('int_outcomes_with_policies') }} as outcomes
inner join {{ ref('stg_product_logs__events') }} as events
    on
        outcomes.account_id = events.account_id
        and outcomes.subject = events.subject
left join {{ ref('stg_catalog__contributors') }} as contributors
    on events.actor_id = contributors.contributor_id
where
    events.actor_id is not null
    and coalesce(contributors.contributor_kind, events.actor_kind)
    in ('ai', 'human', 'tool', 'partner', 'channel')
    and events.occurred_at <= outcomes.settled_at
    and (
        outcomes.lookback_seconds is null
        or events.occurred_at
        >= {{ outcome_metering.add_seconds('outcomes.settled_at', '-outcomes.lookback_seconds') }}
    )
