{#- A predicate as a boolean that is never null; no predicate is false. -#}
{% macro is_true(predicate) -%}
    coalesce({{ predicate or 'false' }}, false)
{%- endmacro %}
