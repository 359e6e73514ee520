{#- Each candidate with the instants at which something would settle it, unbounded where nothing
    will. -#}
{% macro outcome_deadlines(rules, windows) -%}
    {%- if windows.assumed_after %}
{{ outcome_metering.outcome_silences(windows.assumed_after) }},
{% endif %}
deadlines as (

    select
        candidates.account_id,
        candidates.entity_id,
        candidates.subject,
        candidates.opened_event_key,
        candidates.opened_at,
        candidates.confirmed_event_key,
        candidates.confirming_basis,
        candidates.value_amount,
        candidates.value_currency_code,
        candidates.disqualified_event_key,
        candidates.disqualifying_reason,
        {%- for reason in rules.requires %}
        coalesce(candidates.requirement_{{ loop.index }}_met_at, {{ outcome_metering.never() }})
            as requirement_{{ loop.index }}_met_at,
        {%- endfor %}
        coalesce(candidates.confirmed_at, {{ outcome_metering.never() }}) as confirmed_at,
        coalesce(candidates.disqualified_at, {{ outcome_metering.never() }}) as disqualified_at,
        {%- if windows.assumed_after %}
        silences.quiet_event_key,
        silences.is_assumable,
        {{ outcome_metering.add_seconds('silences.quiet_from_at', windows.assumed_after) }} as silent_at,
        {%- else %}
        cast(null as {{ outcome_metering.type_decimal('key') }}) as quiet_event_key,
        true as is_assumable,
        {{ outcome_metering.never() }} as silent_at,
        {%- endif %}
        {%- if windows.expires_after %}
        {{ outcome_metering.add_seconds('candidates.opened_at', windows.expires_after) }} as expired_at
        {%- else %}
        {{ outcome_metering.never() }} as expired_at
        {%- endif %}
    from candidates
    {%- if windows.assumed_after %}
    inner join silences
        on candidates.account_id = silences.account_id and candidates.entity_id = silences.entity_id
    {%- endif %}

)
{%- endmacro %}
