{#- The registry of pricing models: how many units of a cumulative quantity one tier row bills. Only
    this differs between pricing models; amount = units * unit_amount + flat_amount is common. -#}
{% macro units_priced(pricing_model, quantity, tier) -%}
    cast({{ outcome_metering.choose_registered('pricing model', pricing_model, {
        'unit': outcome_metering.units__unit(quantity, tier),
        'graduated': outcome_metering.units__graduated(quantity, tier),
    }) }} as {{ outcome_metering.type_decimal('quantity') }})
{%- endmacro %}
