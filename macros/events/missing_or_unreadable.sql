{#- Why an instant is null: nothing was stated, or nothing that can be read. -#}
{% macro missing_or_unreadable(attribute) -%}
    case
        when coalesce(cast(stated_{{ attribute }} as {{ dbt.type_string() }}), '') = ''
            then 'missing_{{ attribute }}'
        else 'unreadable_{{ attribute }}'
    end
{%- endmacro %}
