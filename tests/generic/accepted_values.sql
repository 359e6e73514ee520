{#- Rows with another value than the accepted ones; null is accepted. Takes the place of dbt's own
    test, which counts values and names no row. -#}
{% test accepted_values(model, column_name, values) %}
    select
        'not one of {{ values | join(", ") }}' as violation,
        {{ column_name }} as violating_value,
        *
    from {{ model }}
    where cast({{ column_name }} as {{ dbt.type_string() }}) not in (
        {%- for value in values %}'{{ value }}'{{ ', ' if not loop.last }}{% endfor -%}
    )
{% endtest %}
