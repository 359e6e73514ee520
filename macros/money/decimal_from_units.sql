{#- A whole number of units as a decimal with that many digits after the point, without a division. -#}
{% macro decimal_from_units(units, digits) -%}
    cast({{ units }} as {{ outcome_metering.type_decimal('key') }})
    * cast({{ '0.' ~ '0' * (digits - 1) ~ '1' if digits else '1' }} as decimal({{ digits + 1 }}, {{ digits }}))
{%- endmacro %}
