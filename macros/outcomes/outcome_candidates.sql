{#- One row per entity that opened, with the first event of each kind from then on. A silence can
    end only in an entity that lived longer than the window: only those have their events sorted. -#}
{% macro outcome_candidates() -%}
opened as (

    select
        account_id,
        entity_id,
        min(event_key) as opened_event_key,
        min(occurred_at) as opened_at
    from events
    where is_opening
    group by account_id, entity_id

),

followed as (

    select
        events.*,
        opened.opened_event_key,
        opened.opened_at
    from events
    inner join opened
        on events.account_id = opened.account_id and events.entity_id = opened.entity_id
    where events.occurred_at >= opened.opened_at

),

candidates as (

    select
        account_id,
        entity_id,
        {{ outcome_metering.first_by('subject', 'event_key') }} as subject,
        min(opened_event_key) as opened_event_key,
        min(opened_at) as opened_at,
        min(case when is_confirming then event_key end) as confirmed_event_key,
        min(case when is_confirming then occurred_at end) as confirmed_at,
        {{ outcome_metering.first_by('value_amount', 'case when is_confirming then event_key end') }}
            as value_amount,
        {{ outcome_metering.first_by('value_currency_code', 'case when is_confirming then event_key end') }}
            as value_currency_code,
        min(case when disqualifying_reason is not null then event_key end) as disqualified_event_key,
        min(case when disqualifying_reason is not null then occurred_at end) as disqualified_at,
        {{ outcome_metering.first_by(
            'disqualifying_reason', 'case when disqualifying_reason is not null then event_key end'
        ) }} as disqualifying_reason,
        max(case when is_breaking_silence or event_key = opened_event_key then event_key end)
            as last_event_key,
        max(case when is_breaking_silence or event_key = opened_event_key then occurred_at end)
            as last_event_at
    from followed
    group by account_id, entity_id

)
{%- endmacro %}
