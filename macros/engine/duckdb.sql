{#- Through a time zone-aware type, so that an offset in the text counts. -#}
{% macro duckdb__cast_to_utc(value) -%}
    make_timestamp(epoch_us(try_cast({{ value }} as timestamptz)))
{%- endmacro %}

{#- Microseconds since 1970 above, 64 bits of digest below (as md5_number_lower, but faster). -#}
{% macro duckdb__event_key(occurred_at, source, id) -%}
    cast(epoch_us({{ occurred_at }}) as decimal(38, 0)) * 18446744073709551616
    + cast(md5_number(concat({{ source }}, chr(31), {{ id }})) >> 64 as ubigint)
{%- endmacro %}

{% macro duckdb__hash_row(columns) -%}
    hash({{ columns | join(', ') }})
{%- endmacro %}

{% macro duckdb__is_json_object(text) -%}
    (json_valid({{ text }}) and regexp_matches({{ text }}, '^\s*\{'))
{%- endmacro %}

{% macro duckdb__json_fields(text, names) -%}
    from_json({{ text }}, '{
    {%- for name in names -%}"{{ name }}": "VARCHAR"{{ ', ' if not loop.last }}{% endfor -%}
    }')
{%- endmacro %}

{% macro duckdb__json_of(columns) -%}
    cast(json_object(
    {%- for name, column in columns.items() %}'{{ name }}', {{ column }}{{ ', ' if not loop.last }}{% endfor -%}
    ) as varchar)
{%- endmacro %}

{#- JSON Lines are read as text, so that a broken line becomes a row and not a failed run. -#}
{% macro duckdb__read_log_files(format, location, columns) -%}
    {%- if format == 'parquet' -%}
    read_parquet('{{ location | replace("'", "''") }}')
    {%- else -%}
    (
        select
            {%- for column in columns %}
            fields.{{ column }},
            {%- endfor %}
            raw_text
        from (
            select
                line as raw_text,
                case
                    when json_valid(line) then from_json(line, '{
                    {%- for column in columns -%}
                        "{{ column }}": "{{ 'JSON' if column == 'data' else 'VARCHAR' }}"{{ ', ' if not loop.last }}
                    {%- endfor -%}
                    }')
                end as fields
            from read_csv(
                '{{ location | replace("'", "''") }}', columns = {'line': 'VARCHAR'}, header = false,
                auto_detect = false, strict_mode = false,
                delim = chr(30) || chr(31), quote = '', escape = '',
                max_line_size = 16777216
            )
            where trim(line) <> ''
        )
    )
    {%- endif -%}
{%- endmacro %}

{% macro duckdb__to_local_time(utc_timestamp, time_zone) -%}
    timezone({{ time_zone }}, timezone('UTC', {{ utc_timestamp }}))
{%- endmacro %}

{% macro duckdb__to_utc_time(local_timestamp, time_zone) -%}
    timezone('UTC', timezone({{ time_zone }}, {{ local_timestamp }}))
{%- endmacro %}

{% macro duckdb__add_seconds(timestamp, seconds) -%}
    {{ timestamp }} + to_seconds({{ seconds }})
{%- endmacro %}

{% macro duckdb__first_by(value, key) -%}
    arg_min_null({{ value }}, {{ key }})
{%- endmacro %}

{#- Of whole numbers: on decimals both `/` and `//` would give a DOUBLE. -#}
{% macro duckdb__divide_whole(dividend, divisor) -%}
    ({{ dividend }}) // ({{ divisor }})
{%- endmacro %}

{% macro duckdb__type_integer_wide() -%}
    hugeint
{%- endmacro %}

{% macro duckdb__raise_error(message) -%}
    error({{ message }})
{%- endmacro %}

{% macro duckdb__time_zone_names() -%}
    select name from pg_timezone_names()
{%- endmacro %}

{% macro duckdb__try_cast(value, type) -%}
    try_cast({{ value }} as {{ type }})
{%- endmacro %}

{% macro duckdb__database_location() -%}
    {{ return(run_query("select path from duckdb_databases() where database_name = '" ~ target.database ~ "'").rows[0][0]) }}
{%- endmacro %}

{% macro duckdb__session_time_zone() -%}
    {{ return(run_query("select current_setting('TimeZone')").rows[0][0]) }}
{%- endmacro %}

{% macro duckdb__file_exists(location) -%}
    {{ return(run_query("select count(*) from glob('" ~ location | replace("'", "''") ~ "')").rows[0][0] > 0) }}
{%- endmacro %}

{#- In parentheses: `->>` binds more loosely than `=` and `and`. -#}
{% macro duckdb__data_field(name) -%}
    (data ->> '{{ name }}')
{%- endmacro %}

{% macro duckdb__last_by(value, key) -%}
    arg_max_null({{ value }}, {{ key }})
{%- endmacro %}

{#- A CTE read twice would be kept in memory whole; the log is better read again. -#}
{% macro duckdb__not_materialized() -%}
    not materialized
{%- endmacro %}
