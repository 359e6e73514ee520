{#- The one clock: the var `as_of`, else the start of the run, as a UTC timestamp literal. A definition
    in another project sees only the vars of that project, hence the second place to look. -#}
{% macro as_of() -%}
    {%- set value = var('as_of', none) or var('outcome_metering', {}).get('as_of') -%}
    {%- if value.isoformat is defined -%}
        {%- set value = value.isoformat() | replace('+00:00', '') -%}
    {%- endif -%}
    {%- if value is none -%}
        {%- set instant = run_started_at.strftime('%Y-%m-%d %H:%M:%S.%f') -%}
    {%- else -%}
        {%- set text = value | string | replace('T', ' ') | replace('Z', '') | trim -%}
        {%- set pattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?$' -%}
        {%- if not modules.re.match(pattern, text) -%}
            {{ exceptions.raise_compiler_error(
                "var as_of: '" ~ value ~ "' is not a UTC instant like 2026-05-01T00:00:00Z"
            ) }}
        {%- endif -%}
        {%- set instant = text if text | length > 10 else text ~ ' 00:00:00' -%}
    {%- endif -%}
    cast('{{ instant }}' as timestamp)
{%- endmacro %}
