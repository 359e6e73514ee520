{#- Half-open intervals [from, to) of one group that overlap their successor, or end before they
    start. A null end is unbounded. -#}
{% test no_overlaps(model, partition_by, from_column, to_column, label='null') %}
    with

    intervals as (

        select
            {{ partition_by | join(', ') }},
            {{ label }} as label,
            {{ from_column }} as interval_from,
            {{ to_column }} as interval_to,
            lead({{ from_column }}) over (
                partition by {{ partition_by | join(', ') }} order by {{ from_column }}, {{ to_column }}
            ) as next_from,
            lead({{ label }}) over (
                partition by {{ partition_by | join(', ') }} order by {{ from_column }}, {{ to_column }}
            ) as next_label
        from {{ model }}

    )

    select
        case
            when interval_to <= interval_from then 'ends before it starts'
            else 'overlaps its successor'
        end as violation,
        *
    from intervals
    where
        interval_to <= interval_from
        or next_from < interval_to
        or (interval_to is null and next_from is not null)
{% endtest %}
