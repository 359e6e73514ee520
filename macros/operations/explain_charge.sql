{#- `dbt run-operation explain_charge --args '{charge_id: …}'`: one charge line's way back, from its
    tier to rated outcomes, shares, evidence and raw event ids. Without a charge_id: the largest line
    that has outcomes. -#}
{% macro explain_charge(charge_id=none, outcomes_at_most=5) -%}
    {%- set found = run_query("
        select charge_id
        from " ~ ref('rated_charges') ~ "
        where " ~ ("charge_id = '" ~ charge_id | replace("'", "''") ~ "'" if charge_id else "not is_period_level") ~ "
        order by amount desc, charge_id
        limit 1"
    ) -%}
    {%- if found.rows | length == 0 -%}
        {{ exceptions.raise_compiler_error("explain_charge: no charge line with charge_id '" ~ charge_id ~ "' in rated_charges") }}
    {%- endif -%}
    {%- set line = "charge_id = '" ~ found.rows[0][0] ~ "'" -%}
    {%- do outcome_metering.print_query('CHARGE LINE', "
        select
            lines.charge_id,
            lines.account_id,
            lines.contract_id,
            lines.price_id,
            lines.charge_kind,
            strftime(lines.period_start_at, '%Y-%m-%d %H:%M') as period_start_utc,
            strftime(lines.period_end_at, '%Y-%m-%d %H:%M') as period_end_utc,
            " ~ outcome_metering.plain_number('lines.quantity') ~ " as quantity,
            " ~ outcome_metering.plain_number('lines.unit_amount') ~ " as unit_amount,
            " ~ outcome_metering.plain_number('lines.amount_exact') ~ " as amount_exact,
            " ~ outcome_metering.money_text('lines.amount', 'currencies.minor_unit_digits') ~ " as amount,
            lines.currency_code
        from " ~ ref('rated_charges') ~ " as lines
        inner join " ~ ref('stg_catalog__currencies') ~ " as currencies
            on lines.currency_code = currencies.currency_code
        where " ~ line
    ) -%}
    {%- do outcome_metering.print_query('TIERS of its price (the line bills one of them)', "
        select
            tiers.tier_number,
            " ~ outcome_metering.plain_number('tiers.tier_from') ~ " as above,
            coalesce(" ~ outcome_metering.plain_number('tiers.tier_to') ~ ", 'unbounded') as up_to,
            " ~ outcome_metering.plain_number('tiers.unit_amount') ~ " as unit_amount,
            " ~ outcome_metering.plain_number('tiers.flat_amount') ~ " as flat_amount,
            case when tiers.tier_number = lines.tier_number then 'this line' else '' end as billed
        from " ~ ref('stg_catalog__price_tiers') ~ " as tiers
        inner join " ~ ref('rated_charges') ~ " as lines on tiers.price_id = lines.price_id
        where lines." ~ line ~ "
        order by tiers.tier_number"
    ) -%}
    {%- do outcome_metering.explain_outcomes(
        outcome_metering.outcomes_on_line(line, outcomes_at_most), outcomes_at_most
    ) -%}
{%- endmacro %}
