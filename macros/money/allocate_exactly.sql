{#- Largest remainder (Hamilton): parts in steps of `unit` that add up to exactly `whole` inside a
    partition. Each part gets its quota rounded down; the units left over go to the largest
    remainders, ties to the smallest `tie_key`. -#}
{% macro allocate_exactly(whole, quota, remainder, unit, partition_by, tie_key) -%}
    {{ quota }} + case
        when
            row_number() over (
                partition by {{ partition_by }} order by {{ remainder }} desc, {{ tie_key }}
            ) * {{ unit }}
            <= {{ whole }} - sum({{ quota }}) over (partition by {{ partition_by }})
            then {{ unit }}
        else 0
    end
{%- endmacro %}
