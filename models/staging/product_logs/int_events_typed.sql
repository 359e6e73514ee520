{#- Grain: one received event, typed. `rejection_reason` says why it can't be accepted. An event
    received after `as_of` isn't known yet and isn't here. -#}

{%- set fields = outcome_metering.event_fields() -%}

with

received as (

    select
        cast(id as {{ dbt.type_string() }}) as event_id,
        cast(source as {{ dbt.type_string() }}) as event_source,
        cast(type as {{ dbt.type_string() }}) as event_type,
        cast(subject as {{ dbt.type_string() }}) as subject,
        cast(account_id as {{ dbt.type_string() }}) as account_id,
        cast(data as {{ dbt.type_string() }}) as data,
        cast(time as {{ dbt.type_string() }}) as stated_time,
        cast(received_at as {{ dbt.type_string() }}) as stated_received_at,
        {{ outcome_metering.is_json_object('data') }} as is_object,
        {{ outcome_metering.cast_to_utc('time') }} as occurred_at,
        {{ outcome_metering.cast_to_utc('received_at') }} as received_at,
        cast(
            {{ 'raw_text' if var('product_logs_format') == 'json_lines' else 'null' }}
            as {{ dbt.type_string() }}
        ) as raw_text
    from {{ outcome_metering.received_events() }} as product_log

),

parsed as (

    select
        event_id,
        event_source,
        event_type,
        subject,
        account_id,
        data,
        stated_time,
        stated_received_at,
        raw_text,
        is_object,
        occurred_at,
        received_at,
        case
            when is_object
                then {{ outcome_metering.json_fields('data', fields) }}
        end as fields
    from received
    where received_at is null or received_at <= {{ outcome_metering.as_of() }}

)

select
    event_id,
    event_source,
    event_type,
    subject,
    account_id,
    data,
    stated_time,
    stated_received_at,
    raw_text,
    {%- for name, type in fields.items() %}
    {{ outcome_metering.try_cast('fields.' ~ name, type) }} as {{ name }},
    {%- endfor %}
    occurred_at,
    received_at,
    case
        when not {{ outcome_metering.is_json_object('raw_text') }} then 'unreadable_json'
        when coalesce(event_id, '') = '' then 'missing_id'
        when coalesce(event_source, '') = '' then 'missing_source'
        when coalesce(event_type, '') = '' then 'missing_type'
        when coalesce(account_id, '') = '' then 'missing_account_id'
        when coalesce(stated_time, '') = '' then 'missing_time'
        when occurred_at is null then 'unreadable_time'
        when coalesce(stated_received_at, '') = '' then 'missing_received_at'
        when received_at is null then 'unreadable_received_at'
        when not is_object then 'unreadable_data'
        when occurred_at > {{ outcome_metering.add_seconds('received_at', var('clock_skew_seconds')) }}
            then 'occurs_after_receipt'
        {%- for name, type in fields.items() if type != dbt.type_string() %}
        when fields.{{ name }} is not null
            and {{ outcome_metering.try_cast('fields.' ~ name, type) }} is null
            then 'invalid_{{ name }}'
        {%- endfor %}
    end as rejection_reason
from parsed
