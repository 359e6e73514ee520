{#- Rows whose value isn't found where it should be; null refers to nothing. Takes the place of dbt's
    own test, which names no row. -#}
{% test relationships(model, column_name, to, field) %}
    select
        'not found in {{ to }}' as violation,
        child.{{ column_name }} as violating_value,
        child.*
    from {{ model }} as child
    left join {{ to }} as parent on child.{{ column_name }} = parent.{{ field }}
    where child.{{ column_name }} is not null and parent.{{ field }} is null
{% endtest %}
