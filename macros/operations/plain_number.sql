{#- A decimal as text without the zeros that say nothing. -#}
{% macro plain_number(value) -%}
    regexp_replace(regexp_replace(cast({{ value }} as varchar), '(\.[0-9]*?)0+$', '\1'), '\.$', '')
{%- endmacro %}
