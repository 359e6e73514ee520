{#- Stops the compile on rules that are missing, unknown or contradict each other. -#}
{% macro validate_outcome_rules(rules) -%}
    {%- set problems = [] -%}
    {%- if not rules.opened_when -%}
        {%- do problems.append('opened_when: a predicate is needed') -%}
    {%- endif -%}
    {%- if not (rules.confirmed_when or rules.verified_when or rules.assumed_after) -%}
        {%- do problems.append(
            'confirmed_when, verified_when, assumed_after: one of them is needed, else nothing ever succeeds'
        ) -%}
    {%- endif -%}
    {%- set sources = ['customer', 'vendor', 'third_party'] -%}
    {%- for name in ['confirmed_by', 'verified_by'] if rules[name] not in sources -%}
        {%- do problems.append(
            name ~ ": '" ~ rules[name] ~ "' is not one of " ~ sources | join(', ')
        ) -%}
    {%- endfor -%}
    {%- for name, other in {
        'assumed_when': 'assumed_after',
        'silence_broken_when': 'assumed_after',
        'reversible_for': 'reversed_when',
    }.items() if rules[name] and not rules[other] -%}
        {%- do problems.append(name ~ ': has no meaning without ' ~ other) -%}
    {%- endfor -%}
    {%- if rules.value and not (rules.confirmed_when or rules.verified_when) -%}
        {%- do problems.append('value: has no meaning without confirmed_when or verified_when') -%}
    {%- endif -%}
    {%- for name in ['requires', 'disqualified_when', 'reversed_when'] -%}
        {%- if rules[name] is not mapping -%}
            {%- do problems.append(name ~ ': a mapping of reason code to predicate is needed') -%}
        {%- else -%}
            {%- for reason in rules[name] if not modules.re.match('^[a-z][a-z0-9_]*$', reason) -%}
                {%- do problems.append(
                    name ~ ": '" ~ reason ~ "' is not a reason code like human_replied"
                ) -%}
            {%- endfor -%}
        {%- endif -%}
    {%- endfor -%}
    {%- if problems -%}
        {{ exceptions.raise_compiler_error(
            'definition ' ~ model.name ~ ': ' ~ problems | join('; ')
        ) }}
    {%- endif -%}
{%- endmacro %}
