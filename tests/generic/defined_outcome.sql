{#- Rows that name an outcome type, or a version of one, that no model of `outcome_models` defines. -#}
{% test defined_outcome(model, type_column='outcome_type', version_column=none) %}
    select
        'no such outcome in the var outcome_models' as violation,
        *
    from {{ model }}
    where
        {{ type_column }} is not null
        and not (
            false
            {%- for definition in outcome_metering.outcome_definitions() %}
            or (
                {{ type_column }} = '{{ definition.outcome_type }}'
                {%- if version_column %}
                and {{ version_column }} = {{ definition.version or 1 }}
                {%- endif %}
            )
            {%- endfor %}
        )
{% endtest %}
