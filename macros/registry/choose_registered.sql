{#- A registry as a case expression: the expression registered under the name that the row holds. A
    null name gives null; an unknown one stops the run and is named. -#}
{% macro choose_registered(kind, name, expressions) -%}
    case
        when {{ name }} is null then null
    {%- for registered, expression in expressions.items() %}
        when {{ name }} = '{{ registered }}' then {{ expression }}
    {%- endfor %}
        else {{ outcome_metering.raise_error("concat('unknown " ~ kind ~ ": ', " ~ name ~ ")") }}
    end
{%- endmacro %}
