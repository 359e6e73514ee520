{#- What settles each candidate: whichever comes first of a disqualifier, a confirmation, the end of
    a silence and the deadline. A window is half-open: at its very end it has passed; at one instant
    a disqualifier comes before a confirmation. -#}
{% macro outcome_verdicts() -%}
verdicts as (

    select
        deadlines.*,
        case
            when
                least(disqualified_at, confirmed_at, silent_at, expired_at)
                > {{ outcome_metering.as_of() }}
                then 'pending'
            when disqualified_at < least(silent_at, expired_at) and disqualified_at <= confirmed_at
                then 'disqualified'
            when confirmed_at < least(silent_at, expired_at) then confirming_basis
            when silent_at <= expired_at then 'assumed'
            else 'expired'
        end as verdict
    from deadlines

)
{%- endmacro %}
