{#- An amount as text with exactly its currency's digits. -#}
{% macro money_text(amount, minor_unit_digits) -%}
    case {{ minor_unit_digits }}
    {%- for digits in [0, 2, 3, 4] %}
        when {{ digits }} then cast(cast({{ amount }} as decimal(38, {{ digits }})) as varchar)
    {%- endfor %}
    end
{%- endmacro %}
