{#- Rows whose time zone the engine doesn't know. -#}
{% test known_time_zone(model, column_name) %}
    select *
    from {{ model }}
    where {{ column_name }} not in ({{ outcome_metering.time_zone_names() }})
{% endtest %}
