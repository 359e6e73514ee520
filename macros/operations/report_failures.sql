{#- At the end of a run: the first rows that each failing data test found, so that a wrong row is
    named where people look, in the log. -#}
{% macro report_failures(results) -%}
    {%- if execute -%}
        {%- for result in results
            if result.node.resource_type == 'test' and result.status in ['fail', 'warn'] -%}
            {%- set rows = run_query('select * from (' ~ result.node.compiled_code ~ ') as failures limit 5') -%}
            {%- do print(result.status | upper ~ ' ' ~ result.node.name ~ ': ' ~ result.failures ~ ' rows, like') -%}
            {%- for row in rows -%}
                {%- set pairs = [] -%}
                {%- for column in rows.column_names if row[column] is not none -%}
                    {%- do pairs.append(column ~ '=' ~ row[column]) -%}
                {%- endfor -%}
                {%- do print('    ' ~ pairs | join(', ')) -%}
            {%- endfor -%}
        {%- endfor -%}
    {%- endif -%}
{%- endmacro %}
