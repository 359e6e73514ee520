{#- The first outcomes billed on one charge line, as a query: those of its price and period whose
    step of quantity reaches into its tier. -#}
{% macro outcomes_on_line(line, outcomes_at_most) -%}
    {{ return("
        select
            rated_outcomes.outcome_id,
            outcomes.entity_id,
            rated_outcomes.outcome_type,
            rated_outcomes.definition_version,
            outcomes.basis,
            outcomes.success_source,
            rated_outcomes.settled_at,
            rated_outcomes.quantity_from,
            rated_outcomes.quantity_to,
            rated_outcomes.amount
        from " ~ ref('rated_charges') ~ " as lines
        inner join " ~ ref('rated_outcomes') ~ " as rated_outcomes
            on
                lines.contract_id = rated_outcomes.contract_id
                and lines.price_id = rated_outcomes.price_id
                and lines.period_start_at = rated_outcomes.period_start_at
                and rated_outcomes.reason_code is null
                and rated_outcomes.quantity_to > lines.tier_from
                and (rated_outcomes.quantity_from < lines.tier_to or lines.tier_to is null)
        inner join " ~ ref('outcomes') ~ " as outcomes on rated_outcomes.outcome_id = outcomes.outcome_id
        where
            lines." ~ line ~ "
            and not lines.is_period_level
            and (lines.charge_kind <> 'tier_flat' or rated_outcomes.quantity_from <= lines.tier_from)
        order by rated_outcomes.settled_at, rated_outcomes.outcome_id
        limit " ~ outcomes_at_most
    ) }}
{%- endmacro %}
