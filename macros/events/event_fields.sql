{#- The keys of an event's data that become typed columns; the rest stays in `data`. -#}
{% macro event_fields() -%}
    {{ return({
        'actor_id': dbt.type_string(),
        'actor_kind': dbt.type_string(),
        'is_public': 'boolean',
        'amount': outcome_metering.type_decimal('quantity'),
        'currency_code': dbt.type_string(),
    }) }}
{%- endmacro %}
