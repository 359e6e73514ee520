{#- One text id out of several columns; each part carries its length, so that no two rows can
    run together whatever characters they hold. -#}
{% macro surrogate_key(columns) -%}
    md5(concat(
    {%- for column in columns %}
        {%- set text = 'cast(' ~ column ~ ' as ' ~ dbt.type_string() ~ ')' %}
        coalesce(length({{ text }}) || ':' || {{ text }}, '-'){{ ', ' if not loop.last }}
    {%- endfor %}
    ))
{%- endmacro %}
