{#- Seconds in a window like '72 hours'. Months and years have no fixed length and are refused. -#}
{% macro seconds_in(window, argument) -%}
    {%- set seconds_by_unit = {
        'second': 1, 'minute': 60, 'hour': 3600, 'day': 86400, 'week': 604800,
    } -%}
    {%- set match = modules.re.match('^([1-9][0-9]*) ([a-z]+?)s?$', window | string) -%}
    {%- if not match or match.group(2) not in seconds_by_unit -%}
        {{ exceptions.raise_compiler_error(
            'definition ' ~ argument ~ ": '" ~ window ~ "' is not a window; write a whole number and "
            ~ "one of seconds, minutes, hours, days, weeks, like '72 hours'"
        ) }}
    {%- endif -%}
    {{ return((match.group(1) | int) * seconds_by_unit[match.group(2)]) }}
{%- endmacro %}
