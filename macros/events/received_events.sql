{#- The product log as a relation, wherever the vars say it is; fails on a missing column. -#}
{% macro received_events() -%}
    {%- set format = var('product_logs_format') -%}
    {%- set location = var('product_logs_location') -%}
    {%- set columns = outcome_metering.event_columns() -%}
    {%- set table = source('product_logs', 'events') -%}
    {%- if var('use_sample_log') -%}
        {%- do ref('raw_events') -%}
    {%- endif -%}
    {%- if format not in ['table', 'parquet', 'json_lines'] -%}
        {{ exceptions.raise_compiler_error(
            "var product_logs_format: '" ~ format ~ "' is not one of table, parquet, json_lines"
        ) }}
    {%- elif format != 'table' and not location -%}
        {{ exceptions.raise_compiler_error(
            "var product_logs_location: a path is needed for the format '" ~ format ~ "'"
        ) }}
    {%- endif -%}
    {%- set log = table if format == 'table'
        else outcome_metering.read_log_files(format, location, columns) -%}
    {%- if execute and format != 'json_lines' and flags.WHICH in ['run', 'build', 'test'] -%}
        {%- set found = adapter.get_column_schema_from_query('select * from ' ~ log)
            | map(attribute='column') | map('lower') | list -%}
        {%- for column in columns if column not in found -%}
            {{ exceptions.raise_compiler_error(
                "product_logs.events: column '" ~ column ~ "' is missing from " ~ log
                ~ "; an event needs " ~ columns | join(', ')
            ) }}
        {%- endfor -%}
    {%- endif -%}
    {{ log }}
{%- endmacro %}
