{#- Prints a query's rows as a plain aligned table under a heading. -#}
{% macro print_query(heading, sql) -%}
    {%- set rows = run_query(sql) -%}
    {%- set widths = [] -%}
    {%- for name in rows.column_names -%}
        {%- set cells = rows.columns[loop.index0].values() | map('string') | list -%}
        {%- do widths.append(([name] + cells) | map('length') | max) -%}
    {%- endfor -%}
    {%- do print('\n' ~ heading) -%}
    {%- if rows.rows | length == 0 -%}
        {%- do print('  (none)') -%}
    {%- else -%}
        {%- for row in [rows.column_names] + (rows.rows | list) -%}
            {%- set cells = [] -%}
            {%- for cell in row -%}
                {%- set text = '' if cell is none else cell | string -%}
                {%- do cells.append(text.rjust(widths[loop.index0]) if cell is number else text.ljust(widths[loop.index0])) -%}
            {%- endfor -%}
            {%- do print(('  ' ~ cells | join('  ')).rstrip()) -%}
        {%- endfor -%}
    {%- endif -%}
{%- endmacro %}
