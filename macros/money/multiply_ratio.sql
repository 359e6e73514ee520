{#- amount * numerator / denominator: multiplies first, divides once, rounds half away from zero at
    the twelfth digit after the point. The denominator is positive. -#}
{% macro multiply_ratio(amount, numerator, denominator) -%}
    {%- set product = outcome_metering.units_from_decimal(amount, 12) ~ ' * ' ~ numerator -%}
    {{ outcome_metering.decimal_from_units(
        'cast(sign(' ~ amount ~ ') as integer) * ('
        ~ outcome_metering.divide_whole('2 * abs(' ~ product ~ ') + ' ~ denominator, '2 * ' ~ denominator)
        ~ ')', 12
    ) }}
{%- endmacro %}
