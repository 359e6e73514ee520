{#- The smallest amount of a currency with that many digits after the point: 0.01 for 2. Each branch
    has the one type: DuckDB would cut a case of decimals of several scales to the fewest digits. -#}
{% macro minor_unit(minor_unit_digits) -%}
    case {{ minor_unit_digits }}
    {%- for digits in [0, 2, 3, 4] %}
        when {{ digits }}
            then cast({{ outcome_metering.decimal_from_units('1', digits) }} as {{ outcome_metering.type_decimal('amount') }})
    {%- endfor %}
    end
{%- endmacro %}
