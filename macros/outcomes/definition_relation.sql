{#- The relation of one definition of outcome_definitions(), or of one version of it. -#}
{% macro definition_relation(definition) -%}
    {{ return(
        ref(definition.model, v=definition.version) if definition.version
        else ref(definition.model)
    ) }}
{%- endmacro %}
