{#- One table of the bench's catalog, as inputs/catalog.sql wrote it. -#}
{% macro catalog_file(name) -%}
    read_parquet('{{ env_var("BENCH_CATALOG") }}/{{ name }}.parquet')
{%- endmacro %}
