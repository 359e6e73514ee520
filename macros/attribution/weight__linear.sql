{#- The same to every touch, so repeats count. -#}
{% macro weight__linear(touch) -%}
    1
{%- endmacro %}
