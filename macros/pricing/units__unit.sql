{#- Every unit at one price. With the metric `value` the unit amount is a rate: a share of value. -#}
{% macro units__unit(quantity, tier) -%}
    greatest({{ quantity }}, 0)
{%- endmacro %}
