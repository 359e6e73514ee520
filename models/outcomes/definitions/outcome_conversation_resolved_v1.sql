{#- Resolved: the customer says so, or three days pass without a word once the AI has answered. -#}
{{ outcome_metering.outcome(
    opened_when       = "event_type = 'ai.answered'",
    confirmed_when    = "event_type = 'customer.confirmed'",
    confirmed_by      = 'customer',
    assumed_after     = '72 hours',
    disqualified_when = {
        'human_replied': "event_type = 'human.replied' and is_public",
        'handed_off': "event_type = 'conversation.handed_off'",
    },
    reversed_when     = {'reopened': "event_type = 'conversation.reopened'"},
    reversible_for    = '14 days',
) }}
