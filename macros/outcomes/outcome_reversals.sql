{#- The settled candidates with the first reversing event inside the reversal window, if any. -#}
{% macro outcome_reversals(windows) -%}
reversals as (

    select
        settlements.account_id,
        settlements.entity_id,
        min(events.event_key) as reversed_event_key,
        min(events.occurred_at) as reversed_at,
        {{ outcome_metering.first_by('events.reversing_reason', 'events.event_key') }} as reversing_reason
    from settlements
    inner join events
        on
            settlements.account_id = events.account_id
            and settlements.entity_id = events.entity_id
    where
        events.reversing_reason is not null
        and settlements.status = 'confirmed'
        and events.occurred_at >= settlements.settled_at
        and events.occurred_at <= {{ outcome_metering.as_of() }}
        and events.event_key <> settlements.settled_event_key
        {%- if windows.reversible_for %}
        and events.occurred_at < {{ outcome_metering.add_seconds('settlements.settled_at', windows.reversible_for) }}
        {%- endif %}
    group by settlements.account_id, settlements.entity_id

),

outcomes as (

    select
        settlements.account_id,
        settlements.entity_id,
        settlements.subject,
        case when reversals.reversed_at is null then settlements.status else 'reversed' end as status,
        settlements.basis,
        settlements.success_source,
        coalesce(reversals.reversing_reason, settlements.reason_code) as reason_code,
        settlements.value_amount,
        settlements.value_currency_code,
        settlements.opened_at,
        settlements.settled_at,
        reversals.reversed_at,
        settlements.opened_event_key,
        settlements.settled_event_key,
        reversals.reversed_event_key
    from settlements
    left join reversals
        on
            settlements.account_id = reversals.account_id
            and settlements.entity_id = reversals.entity_id

)
{%- endmacro %}
