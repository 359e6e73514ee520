{#- The second half of explain_charge: outcomes, their shares and their evidence. -#}
{% macro explain_outcomes(outcomes, outcomes_at_most) -%}
    {%- do outcome_metering.print_query('RATED OUTCOMES on it, the first ' ~ outcomes_at_most, "
        select
            outcome_id,
            entity_id,
            outcome_type || ' v' || definition_version as definition,
            basis,
            success_source as decided_by,
            strftime(settled_at, '%Y-%m-%d %H:%M:%S') as settled_utc,
            " ~ outcome_metering.plain_number('quantity_from') ~ " as quantity_from,
            " ~ outcome_metering.plain_number('quantity_to') ~ " as quantity_to,
            " ~ outcome_metering.plain_number('amount') ~ " as amount_on_all_lines
        from (" ~ outcomes ~ ") as billed
        order by settled_at, outcome_id"
    ) -%}
    {%- do outcome_metering.print_query('SHARES of these outcomes', "
        select
            shares.outcome_id,
            shares.contributor_id,
            case when shares.is_vendor then 'vendor' else 'other' end as side,
            shares.touches_count as touches,
            " ~ outcome_metering.plain_number('shares.share') ~ " as share,
            shares.attribution_policy_id as policy
        from " ~ ref('attributed_outcomes') ~ " as shares
        inner join (" ~ outcomes ~ ") as billed on shares.outcome_id = billed.outcome_id
        order by billed.settled_at, billed.outcome_id, shares.contributor_id"
    ) -%}
    {%- do outcome_metering.print_query('EVIDENCE: raw events that decided them', "
        select
            evidence.outcome_id,
            evidence.evidence_role as role,
            evidence.event_source as source,
            evidence.event_id as id,
            evidence.event_type as type,
            strftime(evidence.occurred_at, '%Y-%m-%d %H:%M:%S') as occurred_utc
        from " ~ ref('outcome_evidence') ~ " as evidence
        inner join (" ~ outcomes ~ ") as billed on evidence.outcome_id = billed.outcome_id
        order by billed.settled_at, billed.outcome_id, evidence.event_key, role"
    ) -%}
{%- endmacro %}
