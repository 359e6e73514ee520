{#- The first reason code whose predicate holds, in the order declared; else null. -#}
{% macro reason_of(predicates_by_reason) -%}
    {%- if predicates_by_reason -%}
        case
        {%- for reason, predicate in predicates_by_reason.items() %}
            when {{ predicate }} then '{{ reason }}'
        {%- endfor %}
        end
    {%- else -%}
        cast(null as {{ dbt.type_string() }})
    {%- endif -%}
{%- endmacro %}
