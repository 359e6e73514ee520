{#- Tiers (from, to] of one group that don't start at 0, end before they start, or leave a gap to, or
    overlap, the next in order. -#}
{% test no_gaps_or_overlaps(model, partition_by, order_by, from_column, to_column) %}
    with

    tiers as (

        select
            {{ partition_by }},
            {{ order_by }},
            {{ from_column }} as tier_from,
            {{ to_column }} as tier_to,
            row_number() over (partition by {{ partition_by }} order by {{ order_by }}) as place,
            lead({{ from_column }}) over (partition by {{ partition_by }} order by {{ order_by }}) as next_from
        from {{ model }}

    ),

    judged as (

        select
            case
                when place = 1 and tier_from <> 0 then 'the first tier does not start at 0'
                when tier_to <= tier_from then 'the tier ends before it starts'
                when tier_to is null and next_from is not null then 'an unbounded tier is not the last'
                when next_from > tier_to then 'gap to the next tier'
                when next_from < tier_to then 'overlap with the next tier'
            end as violation,
            *
        from tiers

    )

    select *
    from judged
    where violation is not null
{% endtest %}
