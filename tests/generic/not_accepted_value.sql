{#- Rows that hold a value with a meaning of its own. -#}
{% test not_accepted_value(model, column_name, value) %}
    select *
    from {{ model }}
    where {{ column_name }} = '{{ value }}'
{% endtest %}
