{#- received = accepted + duplicates + quarantined, counted from the log itself (DESIGN law 2). -#}

with

received as (

    select count(*) as received_count
    from {{ outcome_metering.received_events() }} as product_log
    where
        {{ outcome_metering.cast_to_utc('received_at') }} is null
        or {{ outcome_metering.cast_to_utc('received_at') }} <= {{ outcome_metering.as_of() }}

),

intake as (

    select
        sum(accepted_count) as accepted_count,
        sum(duplicate_count) as duplicate_count,
        sum(quarantined_count) as quarantined_count
    from (
        select count(*) as accepted_count, 0 as duplicate_count, 0 as quarantined_count
        from {{ ref('stg_product_logs__events') }}
        union all
        select 0, count(*), 0 from {{ ref('duplicate_events') }}
        union all
        select 0, 0, count(*) from {{ ref('quarantined_events') }}
    )

)

select *
from received
cross join intake
where received_count <> accepted_count + duplicate_count + quarantined_count
