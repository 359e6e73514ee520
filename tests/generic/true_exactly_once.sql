{#- The rows where the column is true if they are several, or one row that says there is none. -#}
{% test true_exactly_once(model, column_name) %}
    with

    counted as (

        select
            *,
            sum(case when {{ column_name }} then 1 else 0 end) over () as true_count
        from {{ model }}

    )

    select *
    from counted
    where true_count <> 1 and ({{ column_name }} or true_count = 0)
{% endtest %}
