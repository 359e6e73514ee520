{#- A refused event as it came: its own line where there was one, else its columns as JSON. -#}
{% macro raw_event_text() -%}
    coalesce(raw_text, {{ outcome_metering.json_of({
        'id': 'event_id',
        'source': 'event_source',
        'type': 'event_type',
        'subject': 'subject',
        'time': 'stated_time',
        'data': 'data',
        'account_id': 'account_id',
        'received_at': 'stated_received_at',
    }) }})
{%- endmacro %}
