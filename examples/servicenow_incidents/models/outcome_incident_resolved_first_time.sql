{#- Resolved first time: closed, inside its service level to the end, and never reopened, before
    closing or after. -#}
{%- set sla_missed = outcome_metering.data_field('made_sla') ~ " = 'false'" -%}

{{ outcome_metering.outcome(
    opened_when       = "event_source = 'servicenow'",
    confirmed_when    = "event_type = 'incident.closed'",
    confirmed_by      = 'vendor',
    disqualified_when = {
        'reopened': "event_type = 'incident.reopened'",
        'sla_missed': sla_missed,
    },
    reversed_when     = {
        'reopened': "event_type = 'incident.reopened'",
        'sla_missed': sla_missed,
    },
) }}
