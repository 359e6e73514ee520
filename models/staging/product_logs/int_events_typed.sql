{#- Grain: one received event, typed. `rejection_reason` says why it can't be accepted. An event
    received after `as_of` isn't known yet and isn't here. Empty text is missing text. -#}

{%- set string = dbt.type_string() -%}
{%- set fields = outcome_metering.event_fields() -%}

with

received as (

    select
        nullif(cast(id as {{ string }}), '') as event_id,
        nullif(cast(source as {{ string }}), '') as event_source,
        nullif(cast(type as {{ string }}), '') as event_type,
        nullif(cast(subject as {{ string }}), '') as subject,
        nullif(cast(account_id as {{ string }}), '') as account_id,
        nullif(cast(data as {{ string }}), '') as data,
        nullif(cast(time as {{ string }}), '') as time_text,
        nullif(cast(received_at as {{ string }}), '') as received_at_text,
        {{ outcome_metering.cast_to_utc('time') }} as occurred_at,
        {{ outcome_metering.cast_to_utc('received_at') }} as received_at,
        cast(
            {{ 'raw_text' if var('product_logs_format') == 'json_lines' else 'null' }} as {{ string }}
        ) as raw_text
    from {{ outcome_metering.received_events() }}

),

known as (

    select
        event_id,
        event_source,
        event_type,
        subject,
        account_id,
        data,
        time_text,
        received_at_text,
        raw_text,
        {{ outcome_metering.is_json_object('data') }} as is_object,
        occurred_at,
        received_at
    from received
    where received_at is null or received_at <= {{ outcome_metering.as_of() }}

),

parsed as (

    select
        event_id,
        event_source,
        event_type,
        subject,
        account_id,
        data,
        time_text,
        received_at_text,
        raw_text,
        is_object,
        case when is_object then {{ outcome_metering.json_fields('data', fields) }} end as fields,
        occurred_at,
        received_at
    from known

)

select
    event_id,
    event_source,
    event_type,
    subject,
    account_id,
    data,
    time_text,
    received_at_text,
    raw_text,
    {%- for name, type in fields.items() %}
    {{ outcome_metering.try_cast('fields.' ~ name, type) }} as {{ name }},
    {%- endfor %}
    occurred_at,
    received_at,
    case
        when not {{ outcome_metering.is_json_object('raw_text') }} then 'unreadable_json'
        when event_id is null then 'missing_id'
        when event_source is null then 'missing_source'
        when event_type is null then 'missing_type'
        when account_id is null then 'missing_account_id'
        when time_text is null then 'missing_time'
        when occurred_at is null then 'unreadable_time'
        when received_at_text is null then 'missing_received_at'
        when received_at is null then 'unreadable_received_at'
        when not is_object then 'unreadable_data'
        when
            occurred_at > {{ outcome_metering.add_seconds('received_at', var('clock_skew_seconds')) }}
            then 'occurs_after_receipt'
        {%- for name, type in fields.items() if type != string %}
        when
            fields.{{ name }} is not null
            and {{ outcome_metering.try_cast('fields.' ~ name, type) }} is null
            then 'invalid_{{ name }}'
        {%- endfor %}
    end as rejection_reason
from parsed
