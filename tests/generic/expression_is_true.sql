{#- Rows for which the expression is not true; null is not true. -#}
{% test expression_is_true(model, expression, rule=none) %}
    select
        '{{ (rule or expression) | trim | replace("'", "''") }}' as broken_rule,
        *
    from {{ model }}
    where not coalesce({{ expression }}, false)
{% endtest %}
