{#- Rounds an amount to its currency's minor unit, half away from zero. The digits are a column (ISO
    4217: 0, 2, 3 or 4), and engines want them constant: hence one branch for each. -#}
{% macro round_money(amount, minor_unit_digits) -%}
    case {{ minor_unit_digits }}
    {%- for digits in [0, 2, 3, 4] %}
        when {{ digits }} then cast(round({{ amount }}, {{ digits }}) as {{ outcome_metering.type_decimal('amount') }})
    {%- endfor %}
        else {{ outcome_metering.raise_error("concat('no rounding for minor unit digits: ', " ~ minor_unit_digits ~ ")") }}
    end
{%- endmacro %}
