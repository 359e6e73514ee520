{#- received = accepted + duplicates + quarantined, counted from the log itself (DESIGN law 2). A test of
    the table behind the public views, so that dbt builds no outcome before it has passed. -#}
{% test accounts_for_every_received_event(model) %}
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
            sum(case when intake_status = 'accepted' then 1 else 0 end) as accepted_count,
            sum(case when intake_status = 'duplicate' then 1 else 0 end) as duplicate_count,
            sum(case when intake_status = 'quarantined' then 1 else 0 end) as quarantined_count
        from {{ model }}

    )

    select *
    from received
    cross join intake
    where
        received_count
        <> coalesce(accepted_count, 0) + coalesce(duplicate_count, 0) + coalesce(quarantined_count, 0)
{% endtest %}
