{#- Stops the compile on rules that are missing, unknown or contradict each other. -#}
{% macro validate_outcome_rules(rules) -%}
    {%- set problems = [] -%}
    {%- if not rules.opened_when -%}
        {%- do problems.append('opened_when: a predicate is needed') -%}
    {%- endif -%}
    {%- if not rules.confirmed_when and not rules.assumed_after -%}
        {%- do problems.append('confirmed_when, assumed_after: one of them is needed, else nothing ever succeeds') -%}
    {%- endif -%}
    {%- if rules.confirmed_by not in ['customer', 'vendor', 'third_party'] -%}
        {%- do problems.append("confirmed_by: '" ~ rules.confirmed_by ~ "' is not one of customer, vendor, third_party") -%}
    {%- endif -%}
    {%- if rules.silence_broken_when and not rules.assumed_after -%}
        {%- do problems.append('silence_broken_when: has no meaning without assumed_after') -%}
    {%- endif -%}
    {%- for name in ['disqualified_when', 'reversed_when'] if rules[name] is not mapping -%}
        {%- do problems.append(name ~ ': a mapping of reason code to predicate is needed') -%}
    {%- endfor -%}
    {%- if rules.reversible_for and not rules.reversed_when -%}
        {%- do problems.append('reversible_for: has no meaning without reversed_when') -%}
    {%- endif -%}
    {%- if problems -%}
        {{ exceptions.raise_compiler_error(
            'definition ' ~ model.name ~ ': ' ~ problems | join('; ')
        ) }}
    {%- endif -%}
{%- endmacro %}
