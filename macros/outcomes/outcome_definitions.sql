{#- The definitions named by the var `outcome_models`, as {model, version, outcome_type}. -#}
{% macro outcome_definitions() -%}
    {%- set definitions = [] -%}
    {%- for name in var('outcome_models') -%}
        {%- set match = modules.re.match('^(outcome_([a-z][a-z0-9_]*?))([.]v([1-9][0-9]*))?$', name | string) -%}
        {%- if not match -%}
            {{ exceptions.raise_compiler_error(
                "var outcome_models: '" ~ name ~ "' is not a model outcome_<type> or a version outcome_<type>.v<number>"
            ) }}
        {%- endif -%}
        {%- do definitions.append({
            'model': match.group(1),
            'outcome_type': match.group(2),
            'version': match.group(4) | int if match.group(4) else none,
        }) -%}
    {%- endfor -%}
    {{ return(definitions) }}
{%- endmacro %}
