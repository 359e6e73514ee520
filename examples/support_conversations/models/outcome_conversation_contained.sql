{#- Contained: the conversation ended and the AI agent never handed it off. -#}
{{ outcome_metering.outcome(
    opened_when       = "event_type = 'customer.replied'",
    confirmed_when    = "event_type = 'conversation.ended'",
    confirmed_by      = 'vendor',
    disqualified_when = {'handed_off': "event_type = 'conversation.handed_off'"},
) }}
