{#- Where each candidate settles: whichever comes first of a disqualifier, a confirmation, the end
    of a silence and the deadline. A window is half-open: at its very end it has passed; at one
    instant a disqualifier comes before a confirmation. -#}
{% macro outcome_settlements(rules) -%}
verdicts as (

    select
        deadlines.*,
        case
            when least(disqualified_at, confirmed_at, silent_at, expired_at) > {{ outcome_metering.as_of() }}
                then 'pending'
            when disqualified_at < least(silent_at, expired_at) and disqualified_at <= confirmed_at
                then 'disqualified'
            when confirmed_at < least(silent_at, expired_at) then 'confirmed'
            when silent_at <= expired_at then 'assumed'
            else 'expired'
        end as verdict
    from deadlines

),

settlements as (

    select
        account_id,
        entity_id,
        subject,
        case verdict
            when 'pending' then 'pending'
            when 'confirmed' then 'confirmed'
            when 'assumed' then 'confirmed'
            else 'missed'
        end as status,
        case when verdict in ('confirmed', 'assumed') then verdict end as basis,
        case verdict
            when 'confirmed' then '{{ rules.confirmed_by }}'
            when 'assumed' then 'vendor'
        end as success_source,
        case verdict
            when 'disqualified' then disqualifying_reason
            when 'expired' then 'expired'
        end as reason_code,
        case when verdict = 'confirmed' then value_amount end as value_amount,
        case when verdict = 'confirmed' then value_currency_code end as value_currency_code,
        opened_at,
        case verdict
            when 'disqualified' then disqualified_at
            when 'confirmed' then confirmed_at
            when 'assumed' then silent_at
            when 'expired' then expired_at
        end as settled_at,
        opened_event_key,
        case verdict
            when 'disqualified' then disqualified_event_key
            when 'confirmed' then confirmed_event_key
            when 'assumed' then quiet_event_key
        end as settled_event_key
    from verdicts

)
{%- endmacro %}
