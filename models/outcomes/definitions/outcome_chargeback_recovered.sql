{#- Recovered: the card network rules for the merchant; worth the amount it gives back. -#}
{{ outcome_metering.outcome(
    opened_when       = "event_type = 'dispute.opened'",
    confirmed_when    = "event_type = 'dispute.won'",
    confirmed_by      = 'third_party',
    disqualified_when = {'lost': "event_type = 'dispute.lost'"},
    reversed_when     = {'second_chargeback': "event_type = 'dispute.reopened'"},
    reversible_for    = '60 days',
    value             = 'amount',
) }}
