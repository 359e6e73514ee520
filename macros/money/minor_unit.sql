{#- The smallest amount of a currency with that many digits after the point: 0.01 for 2. -#}
{% macro minor_unit(minor_unit_digits) -%}
    case {{ minor_unit_digits }}
    {%- for digits in [0, 2, 3, 4] %}
        when {{ digits }} then {{ outcome_metering.decimal_from_units('1', digits) }}
    {%- endfor %}
    end
{%- endmacro %}
