{#- Before a run: the session must count in UTC, or instants without an offset would shift. -#}
{% macro require_utc() -%}
    {%- if execute -%}
        {%- set time_zone = outcome_metering.session_time_zone() -%}
        {%- if time_zone != 'UTC' -%}
            {{ exceptions.raise_compiler_error(
                "the session's time zone is '" ~ time_zone ~ "', but timestamps are UTC: "
                ~ "set it in the profile (DuckDB: settings: {TimeZone: UTC})"
            ) }}
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}
