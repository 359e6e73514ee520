{#- The events that a rule speaks of, each with what it means under the rules. Any event breaks a
    silence unless the rules name those that do. -#}
{% macro outcome_events(rules) -%}
    {%- set predicates = [rules.opened_when] -%}
    {%- for name in ['confirmed_when', 'verified_when', 'silence_broken_when'] if rules[name] -%}
        {%- do predicates.append(rules[name]) -%}
    {%- endfor -%}
    {%- for reasons in [rules.requires, rules.disqualified_when, rules.reversed_when] -%}
        {%- for predicate in reasons.values() -%}
            {%- do predicates.append(predicate) -%}
        {%- endfor -%}
    {%- endfor -%}
events as {{ outcome_metering.not_materialized() }} (

    select
        account_id,
        {{ rules.entity }} as entity_id,
        subject,
        event_key,
        occurred_at,
        {{ outcome_metering.is_true(rules.opened_when) }} as is_opening,
        case
            when {{ outcome_metering.is_true(rules.verified_when) }} then 'verified'
            when {{ outcome_metering.is_true(rules.confirmed_when) }} then 'confirmed'
        end as confirming_basis,
        {%- for predicate in rules.requires.values() %}
        {{ outcome_metering.is_true(predicate) }} as meets_requirement_{{ loop.index }},
        {%- endfor %}
        {{ outcome_metering.is_true(rules.assumed_when or 'true') }} as is_assumable,
        {{ outcome_metering.reason_of(rules.disqualified_when) }} as disqualifying_reason,
        {{ outcome_metering.reason_of(rules.reversed_when) }} as reversing_reason,
        {{ outcome_metering.is_true(rules.silence_broken_when or 'true') }} as is_breaking_silence,
        cast({{ rules.value or 'null' }} as {{ outcome_metering.type_decimal('quantity') }})
            as value_amount,
        cast({{ rules.value_currency if rules.value else 'null' }} as {{ dbt.type_string() }})
            as value_currency_code
    from {{ ref('stg_product_logs__events') }}
    where
        {{ rules.entity }} is not null
        {%- if not rules.assumed_after or rules.silence_broken_when %}
        and (
            {{ predicates | join('\n            or ') }}
        )
        {%- endif %}

)
{%- endmacro %}
