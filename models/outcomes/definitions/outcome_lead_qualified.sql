{#- Qualified: sales accepts the lead within thirty days and doesn't send it back. -#}
{{ outcome_metering.outcome(
    opened_when       = "event_type = 'lead.created'",
    confirmed_when    = "event_type = 'lead.accepted'",
    confirmed_by      = 'customer',
    expires_after     = '30 days',
    disqualified_when = {
        'rejected': "event_type = 'lead.rejected'",
        'duplicate': "event_type = 'lead.marked_duplicate'",
    },
    reversed_when     = {'invalid_contact': "event_type = 'lead.returned'"},
    reversible_for    = '7 days',
) }}
