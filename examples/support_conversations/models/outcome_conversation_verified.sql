{#- Verified: the end-state check passed, whether or not the AI agent handed over. -#}
{%- set passed = outcome_metering.data_field('passed') -%}

{{ outcome_metering.outcome(
    opened_when       = "event_type = 'customer.replied'",
    confirmed_when    = "event_type = 'verification.completed' and " ~ passed ~ " = 'true'",
    confirmed_by      = 'third_party',
    disqualified_when = {
        'check_failed': "event_type = 'verification.completed' and " ~ passed ~ " = 'false'",
    },
) }}
