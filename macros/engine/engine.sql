{#- The verbs that differ between engines. Models call these; one file per engine answers. -#}

{% macro cast_to_utc(value) -%}
    {{ return(adapter.dispatch('cast_to_utc', 'outcome_metering')(value)) }}
{%- endmacro %}

{% macro event_key(occurred_at, source, id) -%}
    {{ return(adapter.dispatch('event_key', 'outcome_metering')(occurred_at, source, id)) }}
{%- endmacro %}

{% macro hash_row(columns) -%}
    {{ return(adapter.dispatch('hash_row', 'outcome_metering')(columns)) }}
{%- endmacro %}

{% macro is_json_object(text) -%}
    {{ return(adapter.dispatch('is_json_object', 'outcome_metering')(text)) }}
{%- endmacro %}

{% macro json_fields(text, names) -%}
    {{ return(adapter.dispatch('json_fields', 'outcome_metering')(text, names)) }}
{%- endmacro %}

{% macro json_of(columns) -%}
    {{ return(adapter.dispatch('json_of', 'outcome_metering')(columns)) }}
{%- endmacro %}

{% macro read_log_files(format, location, columns) -%}
    {{ return(adapter.dispatch('read_log_files', 'outcome_metering')(format, location, columns)) }}
{%- endmacro %}

{% macro to_local_time(utc_timestamp, time_zone) -%}
    {{ return(adapter.dispatch('to_local_time', 'outcome_metering')(utc_timestamp, time_zone)) }}
{%- endmacro %}

{% macro to_utc_time(local_timestamp, time_zone) -%}
    {{ return(adapter.dispatch('to_utc_time', 'outcome_metering')(local_timestamp, time_zone)) }}
{%- endmacro %}

{% macro add_seconds(timestamp, seconds) -%}
    {{ return(adapter.dispatch('add_seconds', 'outcome_metering')(timestamp, seconds)) }}
{%- endmacro %}

{% macro first_by(value, key) -%}
    {{ return(adapter.dispatch('first_by', 'outcome_metering')(value, key)) }}
{%- endmacro %}

{% macro divide_whole(dividend, divisor) -%}
    {{ return(adapter.dispatch('divide_whole', 'outcome_metering')(dividend, divisor)) }}
{%- endmacro %}

{% macro type_integer_wide() -%}
    {{ return(adapter.dispatch('type_integer_wide', 'outcome_metering')()) }}
{%- endmacro %}

{% macro raise_error(message) -%}
    {{ return(adapter.dispatch('raise_error', 'outcome_metering')(message)) }}
{%- endmacro %}

{% macro time_zone_names() -%}
    {{ return(adapter.dispatch('time_zone_names', 'outcome_metering')()) }}
{%- endmacro %}

{% macro try_cast(value, type) -%}
    {{ return(adapter.dispatch('try_cast', 'outcome_metering')(value, type)) }}
{%- endmacro %}

{% macro database_location() -%}
    {{ return(adapter.dispatch('database_location', 'outcome_metering')()) }}
{%- endmacro %}

{% macro session_time_zone() -%}
    {{ return(adapter.dispatch('session_time_zone', 'outcome_metering')()) }}
{%- endmacro %}

{% macro file_exists(location) -%}
    {{ return(adapter.dispatch('file_exists', 'outcome_metering')(location)) }}
{%- endmacro %}

{% macro data_field(name) -%}
    {{ return(adapter.dispatch('data_field', 'outcome_metering')(name)) }}
{%- endmacro %}

{% macro last_by(value, key) -%}
    {{ return(adapter.dispatch('last_by', 'outcome_metering')(value, key)) }}
{%- endmacro %}

{% macro not_materialized() -%}
    {{ return(adapter.dispatch('not_materialized', 'outcome_metering')()) }}
{%- endmacro %}
