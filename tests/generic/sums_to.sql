{#- Groups whose column doesn't add up to exactly the total. -#}
{% test sums_to(model, column, group_by, total) %}
    select
        {{ group_by }},
        sum({{ column }}) as sum_found
    from {{ model }}
    group by {{ group_by }}
    having sum({{ column }}) <> {{ total }}
{% endtest %}
