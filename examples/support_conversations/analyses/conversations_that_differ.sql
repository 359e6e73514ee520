{#- The conversations that one of two definitions bills and the other doesn't, with the reason. -#}

with

contained as (

    select
        account_id,
        entity_id,
        status,
        coalesce(reason_code, 'billed') as verdict
    from {{ ref('outcome_metering', 'outcomes') }}
    where outcome_type = 'conversation_contained'

),

verified as (

    select
        account_id,
        entity_id,
        status,
        coalesce(reason_code, 'billed') as verdict
    from {{ ref('outcome_metering', 'outcomes') }}
    where outcome_type = 'conversation_verified'

)

select
    contained.account_id,
    contained.entity_id as conversation_id,
    contained.verdict as contained,
    verified.verdict as verified
from contained
inner join verified
    on
        contained.account_id = verified.account_id
        and contained.entity_id = verified.entity_id
where contained.status <> verified.status
order by contained.entity_id
