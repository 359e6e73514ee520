{#- A decimal as a whole number of units of the last of `digits` digits after the point. Works on
    the two sides of the point apart, so that wide amounts don't overflow. -#}
{% macro units_from_decimal(amount, digits) -%}
    {%- set integer = outcome_metering.type_integer_wide() -%}
    (
        cast(trunc({{ amount }}) as {{ integer }}) * {{ 10 ** digits }}
        + cast(({{ amount }} - trunc({{ amount }})) * {{ 10 ** digits }} as {{ integer }})
    )
{%- endmacro %}
