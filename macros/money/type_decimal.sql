{#- The decimal types of the project: one place decides every width. `amount_exact` is a quantity
    times a unit amount, unrounded: 9 + 12 digits after the point leave 17 before it. -#}
{% macro type_decimal(kind) -%}
    {%- set scales = {
        'quantity': 9,
        'amount': 9,
        'unit_amount': 12,
        'share': 12,
        'amount_exact': 21,
        'key': 0,
    } -%}
    decimal(38, {{ scales[kind] }})
{%- endmacro %}
