{#- The event after which each candidate first fell silent for the whole window, or its last event
    so far. Sorts only the events of candidates that lived longer than the window. -#}
{% macro outcome_silences(seconds) -%}
pauses as (

    select
        followed.account_id,
        followed.entity_id,
        followed.event_key,
        followed.occurred_at,
        followed.is_assumable,
        lead(followed.occurred_at) over (
            partition by followed.account_id, followed.entity_id
            order by followed.event_key
        ) as next_event_at
    from followed
    inner join candidates
        on followed.account_id = candidates.account_id and followed.entity_id = candidates.entity_id
    where
        candidates.last_event_at >= {{ outcome_metering.add_seconds('candidates.opened_at', seconds) }}
        and (followed.is_breaking_silence or followed.event_key = candidates.opened_event_key)

),

silences as (

    select
        account_id,
        entity_id,
        last_event_key as quiet_event_key,
        last_event_at as quiet_from_at,
        is_last_assumable as is_assumable
    from candidates
    where last_event_at < {{ outcome_metering.add_seconds('opened_at', seconds) }}
    union all
    select
        account_id,
        entity_id,
        min(event_key) as quiet_event_key,
        min(occurred_at) as quiet_from_at,
        {{ outcome_metering.first_by('is_assumable', 'event_key') }} as is_assumable
    from pauses
    where
        next_event_at is null
        or next_event_at >= {{ outcome_metering.add_seconds('occurred_at', seconds) }}
    group by account_id, entity_id

)
{%- endmacro %}
