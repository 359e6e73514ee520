{#- A refused event as it came: its own line where there was one, else its columns as JSON. -#}
{% macro raw_event_text(stated) -%}
    coalesce(raw_text, {{ outcome_metering.json_of(stated) }})
{%- endmacro %}
