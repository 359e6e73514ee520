{#- Contained and verified: never handed off, and the end-state check passed. -#}
{%- set passed = outcome_metering.data_field('passed') -%}

{{ outcome_metering.outcome(
    opened_when       = "event_type = 'customer.replied'",
    confirmed_when    = "event_type = 'verification.completed' and " ~ passed ~ " = 'true'",
    confirmed_by      = 'third_party',
    disqualified_when = {
        'handed_off': "event_type = 'conversation.handed_off'",
        'check_failed': "event_type = 'verification.completed' and " ~ passed ~ " = 'false'",
    },
) }}
