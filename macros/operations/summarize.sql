{#- `dbt run-operation summarize`: what a run took in and what came of it. -#}
{% macro summarize() -%}
    {%- do outcome_metering.print_query('EVENTS', "
        select
            accepted + duplicate + quarantined as received,
            accepted,
            duplicate,
            quarantined
        from (select count(*) as accepted from " ~ ref('stg_product_logs__events') ~ ") as accepted_events
        cross join (select count(*) as duplicate from " ~ ref('duplicate_events') ~ ") as repeated_events
        cross join (select count(*) as quarantined from " ~ ref('quarantined_events') ~ ") as refused_events"
    ) -%}
    {%- do outcome_metering.print_query('OUTCOMES, by definition version', "
        select
            outcome_type || ' v' || definition_version as definition,
            count(*) as opened,
            sum(case when status = 'pending' then 1 else 0 end) as pending,
            sum(case when status = 'confirmed' then 1 else 0 end) as confirmed,
            sum(case when status = 'missed' then 1 else 0 end) as missed,
            sum(case when status = 'reversed' then 1 else 0 end) as reversed
        from " ~ ref('outcomes') ~ "
        group by definition
        order by definition"
    ) -%}
    {%- do outcome_metering.print_query('NOT BILLED, by reason', "
        select
            reason_code as reason,
            count(*) as outcomes
        from " ~ ref('rated_outcomes') ~ "
        where reason_code is not null
        group by reason
        order by outcomes desc, reason"
    ) -%}
    {%- do outcome_metering.print_query('CHARGES, by account, period and tier', "
        select
            lines.account_id as account,
            cast(" ~ outcome_metering.to_local_time('lines.period_start_at', 'contracts.time_zone') ~ " as date) as period_from,
            lines.price_id as price,
            lines.charge_kind as kind,
            lines.tier_number as tier,
            " ~ outcome_metering.plain_number('lines.quantity') ~ " as quantity,
            " ~ outcome_metering.plain_number('lines.unit_amount') ~ " as unit_amount,
            " ~ outcome_metering.money_text('lines.amount', 'currencies.minor_unit_digits') ~ " as amount,
            lines.currency_code as currency
        from " ~ ref('rated_charges') ~ " as lines
        inner join " ~ ref('stg_catalog__currencies') ~ " as currencies
            on lines.currency_code = currencies.currency_code
        inner join " ~ ref('stg_catalog__contracts') ~ " as contracts on lines.contract_id = contracts.contract_id
        order by account, lines.period_start_at, price, tier, kind"
    ) -%}
    {%- do outcome_metering.print_query('TOTALS, by account', "
        select
            lines.account_id as account,
            " ~ outcome_metering.money_text('sum(lines.amount)', 'any_value(currencies.minor_unit_digits)') ~ " as amount,
            lines.currency_code as currency
        from " ~ ref('rated_charges') ~ " as lines
        inner join " ~ ref('stg_catalog__currencies') ~ " as currencies
            on lines.currency_code = currencies.currency_code
        group by account, currency
        order by account, currency"
    ) -%}
    {%- do print('\nThe tables are in ' ~ outcome_metering.database_location() ~ '. Three queries to try:') -%}
    {%- do print("  select outcome_type, reason_code, count(*) from rated_outcomes where amount is null group by all order by 3 desc;") -%}
    {%- do print("  select outcome_id, contributor_id, share from attributed_outcomes where share < 1 order by all limit 10;") -%}
    {%- do print("  select rejection_reason, raw_text from quarantined_events;") -%}
    {%- do print("And one line's way back to its events: dbt run-operation explain_charge") -%}
{%- endmacro %}
