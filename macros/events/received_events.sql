{#- The product log as a relation, wherever the vars say it is. -#}
{% macro received_events() -%}
    {%- set format = var('product_logs_format') -%}
    {%- set location = var('product_logs_location') -%}
    {%- set table = source('product_logs', 'events') -%}
    {%- if var('use_sample_log') -%}
        {%- do ref('raw_events') -%}
    {%- endif -%}
    {%- if format == 'table' -%}
        {%- set log = table -%}
    {%- elif format not in ['model', 'parquet', 'json_lines'] -%}
        {{ exceptions.raise_compiler_error(
            "var product_logs_format: '" ~ format ~ "' is not one of table, model, parquet, json_lines"
        ) }}
    {%- elif not location -%}
        {{ exceptions.raise_compiler_error(
            "var product_logs_location: the format '" ~ format ~ "' needs the name of a model, or a path"
        ) }}
    {%- elif format == 'model' -%}
        {%- set log = ref(location) -%}
    {%- else -%}
        {%- set log = outcome_metering.read_log_files(
            format, location, outcome_metering.event_columns()
        ) -%}
    {%- endif -%}
    {%- if execute and flags.WHICH in ['run', 'build'] and model.resource_type == 'model' -%}
        {%- do outcome_metering.require_product_log(log, format, location) -%}
    {%- endif -%}
    {{ log }}
{%- endmacro %}
