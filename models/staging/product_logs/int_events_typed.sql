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
        time as stated_time,
        received_at as stated_received_at,
        {{ outcome_metering.cast_to_utc('time') }} as occurred_at,
        {{ outcome_metering.cast_to_utc('received_at') }} as received_at,
        {{ 'raw_text' if var('product_logs_format') == 'json_lines' else 'null' }} as raw_text,
        {{ outcome_metering.hash_row(['source', 'id']) }} as key_hash
    from {{ outcome_metering.received_events() }}

),

known as (

    select
        received.event_id,
        received.event_source,
        received.event_type,
        received.subject,
        received.account_id,
        received.data,
        received.stated_time,
        received.stated_received_at,
        cast(received.raw_text as {{ string }}) as raw_text,
        repeated.key_hash is not null as is_repeated,
        {{ outcome_metering.is_json_object('received.data') }} as is_object,
        received.occurred_at,
        received.received_at
    from received
    left join {{ ref('int_event_keys_repeated') }} as repeated
        on received.key_hash = repeated.key_hash
    where
        received.received_at is null
        or received.received_at <= {{ outcome_metering.as_of() }}

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
        is_repeated,
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
    stated_time,
    stated_received_at,
    raw_text,
    is_repeated,
    {%- for name, type in fields.items() %}
    {{ outcome_metering.try_cast("nullif(fields." ~ name ~ ", '')", type) }} as {{ name }},
    {%- endfor %}
    occurred_at,
    received_at,
    case
        when not {{ outcome_metering.is_json_object('raw_text') }} then 'unreadable_json'
        when event_id is null then 'missing_id'
        when event_source is null then 'missing_source'
        when event_type is null then 'missing_type'
        when account_id is null then 'missing_account_id'
        when occurred_at is null then {{ outcome_metering.missing_or_unreadable('time') }}
        when received_at is null then {{ outcome_metering.missing_or_unreadable('received_at') }}
        when not is_object then 'unreadable_data'
        when
            occurred_at
            > {{ outcome_metering.add_seconds('received_at', var('clock_skew_seconds')) }}
            then 'occurs_after_receipt'
        {%- for name, type in fields.items() if type != string %}
        when
            fields.{{ name }} is not null
            and {{ outcome_metering.try_cast('fields.' ~ name, type) }} is null
            then 'invalid_{{ name }}'
        {%- endfor %}
    end as rejection_reason
from parsed
