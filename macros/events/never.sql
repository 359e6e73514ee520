{#- An instant after everything: what an unbounded end compares as. -#}
{% macro never() -%}
    cast('9999-12-31' as timestamp)
{%- endmacro %}
