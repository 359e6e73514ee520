{#- One row with the count, unless the column is true in exactly one row. -#}
{% test true_exactly_once(model, column_name) %}
    select count(*) as true_count
    from {{ model }}
    where {{ column_name }}
    having count(*) <> 1
{% endtest %}
