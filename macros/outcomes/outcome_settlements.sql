{#- When and how each candidate settles by its verdict, and whether what it requires had happened by
    then. -#}
{% macro outcome_settlements(rules) -%}
settled as (

    select
        verdicts.*,
        verdict in ('confirmed', 'verified') as is_confirmed,
        case
            when verdict = 'disqualified' then disqualified_at
            when verdict in ('confirmed', 'verified') then confirmed_at
            when verdict = 'assumed' then silent_at
            when verdict = 'expired' then expired_at
        end as settled_at,
        case
            when verdict = 'disqualified' then disqualified_event_key
            when verdict in ('confirmed', 'verified') then confirmed_event_key
            when verdict = 'assumed' then quiet_event_key
        end as settled_event_key
    from verdicts

),

judged as (

    select
        settled.*,
        case
            when verdict = 'disqualified' then disqualifying_reason
            when verdict = 'expired' then 'expired'
            when verdict = 'assumed' and not is_assumable then 'unanswered'
        {%- for reason in rules.requires %}
            when requirement_{{ loop.index }}_met_at > settled_at then '{{ reason }}'
        {%- endfor %}
        end as missed_reason
    from settled

),

settlements as (

    select
        account_id,
        entity_id,
        subject,
        case
            when verdict = 'pending' then 'pending'
            when missed_reason is null then 'confirmed'
            else 'missed'
        end as status,
        case when verdict <> 'pending' and missed_reason is null then verdict end as basis,
        case
            when verdict = 'pending' or missed_reason is not null then null
            when verdict = 'confirmed' then '{{ rules.confirmed_by }}'
            when verdict = 'verified' then '{{ rules.verified_by }}'
            when verdict = 'assumed' then 'vendor'
        end as success_source,
        missed_reason as reason_code,
        case when is_confirmed and missed_reason is null then value_amount end as value_amount,
        case when is_confirmed and missed_reason is null then value_currency_code end
            as value_currency_code,
        opened_at,
        settled_at,
        opened_event_key,
        settled_event_key
    from judged

)
{%- endmacro %}
