{#- The events contract: CloudEvents 1.0 attributes plus two extension attributes. -#}
{% macro event_columns() -%}
    {{ return(['id', 'source', 'type', 'subject', 'time', 'data', 'account_id', 'received_at']) }}
{%- endmacro %}
