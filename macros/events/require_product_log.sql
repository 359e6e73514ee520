{#- Stops a run, in words, whose product log isn't there or lacks a column of the events contract. -#}
{% macro require_product_log(log, format, location) -%}
    {%- if format == 'table' and load_relation(log) is none -%}
        {{ exceptions.raise_compiler_error(
            'product log: there is no table ' ~ log ~ '; var product_logs_schema names its schema'
        ) }}
    {%- elif format in ['parquet', 'json_lines']
        and not outcome_metering.file_exists(location) -%}
        {{ exceptions.raise_compiler_error(
            'product log: no file matches var product_logs_location: ' ~ location
        ) }}
    {%- elif format != 'json_lines' -%}
        {%- set columns = outcome_metering.event_columns() -%}
        {%- set found = adapter.get_column_schema_from_query('select * from ' ~ log)
            | map(attribute='column') | map('lower') | list -%}
        {%- set missing = columns | reject('in', found) | list -%}
        {%- if missing == ['data'] and ' data.' in ' ' ~ found | join(' ') -%}
            {{ exceptions.raise_compiler_error(
                'product log ' ~ log ~ ': data is a structure; an event needs it as JSON text'
            ) }}
        {%- elif missing -%}
            {{ exceptions.raise_compiler_error(
                'product log ' ~ log ~ ' lacks ' ~ missing | join(', ')
                ~ '; an event needs ' ~ columns | join(', ')
            ) }}
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}
