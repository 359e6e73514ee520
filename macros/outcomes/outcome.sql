{#- A definition of an outcome, written from declared rules. See _outcomes__macros.yml for each
    argument. One row per entity that opened; times decide, never the order of arrival. -#}
{% macro outcome(
    opened_when,
    entity='subject',
    confirmed_when=none,
    confirmed_by='customer',
    verified_when=none,
    verified_by='third_party',
    assumed_after=none,
    assumed_when=none,
    silence_broken_when=none,
    requires={},
    disqualified_when={},
    expires_after=none,
    reversed_when={},
    reversible_for=none,
    value=none,
    value_currency='currency_code'
) -%}
    {%- set rules = {
        'opened_when': opened_when,
        'entity': entity,
        'confirmed_when': confirmed_when,
        'confirmed_by': confirmed_by,
        'verified_when': verified_when,
        'verified_by': verified_by,
        'assumed_after': assumed_after,
        'assumed_when': assumed_when,
        'silence_broken_when': silence_broken_when,
        'requires': requires,
        'disqualified_when': disqualified_when,
        'expires_after': expires_after,
        'reversed_when': reversed_when,
        'reversible_for': reversible_for,
        'value': value,
        'value_currency': value_currency,
    } -%}
    {%- do outcome_metering.validate_outcome_rules(rules) -%}
    {%- set windows = {} -%}
    {%- for name in ['assumed_after', 'expires_after', 'reversible_for'] if rules[name] is not none -%}
        {%- do windows.update({name: outcome_metering.seconds_in(rules[name], model.name ~ ': ' ~ name)}) -%}
    {%- endfor %}
with

{{ outcome_metering.outcome_events(rules) }},

{{ outcome_metering.outcome_candidates(rules) }},

{{ outcome_metering.outcome_deadlines(rules, windows) }},

{{ outcome_metering.outcome_verdicts() }},

{{ outcome_metering.outcome_settlements(rules) }},

{{ outcome_metering.outcome_reversals(windows) }}

select * from outcomes
{%- endmacro %}
