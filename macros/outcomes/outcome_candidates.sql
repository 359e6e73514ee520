{#- One row per entity that opened, with the first event of each kind from then on; what the rules
    leave constant isn't aggregated. A silence can end only in an entity that lived longer than the
    window: only those have their events sorted. -#}
{% macro outcome_candidates(rules) -%}
    {%- set confirming_key = 'case when confirming_basis is not null then event_key end' -%}
    {%- set disqualifying_key = 'case when disqualifying_reason is not null then event_key end' -%}
    {%- set speaking_key = 'case when is_breaking_silence or event_key = opened_event_key then event_key end' -%}
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

followed as {{ outcome_metering.not_materialized() }} (

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
        {{ 'entity_id' if rules.entity == 'subject' else outcome_metering.first_by('subject', 'event_key') }}
            as subject,
        min(opened_event_key) as opened_event_key,
        min(opened_at) as opened_at,
        min({{ confirming_key }}) as confirmed_event_key,
        min(case when confirming_basis is not null then occurred_at end) as confirmed_at,
        {%- if rules.confirmed_when and rules.verified_when %}
        {{ outcome_metering.first_by('confirming_basis', confirming_key) }} as confirming_basis,
        {%- else %}
        '{{ 'verified' if rules.verified_when else 'confirmed' }}' as confirming_basis,
        {%- endif %}
        {%- for column in ['value_amount', 'value_currency_code'] %}
        {{ outcome_metering.first_by(column, confirming_key) if rules.value else 'min(' ~ column ~ ')' }}
            as {{ column }},
        {%- endfor %}
        {%- for reason in rules.requires %}
        min(case when meets_requirement_{{ loop.index }} then occurred_at end)
            as requirement_{{ loop.index }}_met_at,
        {%- endfor %}
        min({{ disqualifying_key }}) as disqualified_event_key,
        min(case when disqualifying_reason is not null then occurred_at end) as disqualified_at,
        {{ outcome_metering.first_by('disqualifying_reason', disqualifying_key) }} as disqualifying_reason,
        max({{ speaking_key }}) as last_event_key,
        {{ outcome_metering.last_by('is_assumable', speaking_key) if rules.assumed_when else 'true' }}
            as is_last_assumable,
        max(case when is_breaking_silence or event_key = opened_event_key then occurred_at end)
            as last_event_at
    from followed
    group by account_id, entity_id

)
{%- endmacro %}
