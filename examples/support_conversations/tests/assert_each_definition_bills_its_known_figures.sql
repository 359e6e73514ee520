{#- 152, 49 and 84 outcomes at 0.99: the definition is the price. -#}

with

confirmed as (

    select
        outcome_type,
        count(*) as outcomes_count
    from {{ ref('outcome_metering', 'outcomes') }}
    where status = 'confirmed'
    group by outcome_type

),

billed as (

    select
        outcome_type,
        sum(outcomes_count) as outcomes_count,
        sum(amount) as amount
    from {{ ref('outcome_metering', 'rated_charges') }}
    group by outcome_type

),

expected as (

    select
        'conversation_contained' as outcome_type,
        152 as outcomes_count,
        150.48 as amount
    union all
    select
        'conversation_contained_verified' as outcome_type,
        49 as outcomes_count,
        48.51 as amount
    union all
    select
        'conversation_verified' as outcome_type,
        84 as outcomes_count,
        83.16 as amount

)

select
    expected.outcome_type,
    expected.outcomes_count as expected_count,
    confirmed.outcomes_count as confirmed_count,
    billed.outcomes_count as billed_count,
    expected.amount as expected_amount,
    billed.amount as billed_amount,
    'confirmed or billed differs from the known figures' as message
from expected
left join confirmed on expected.outcome_type = confirmed.outcome_type
left join billed on expected.outcome_type = billed.outcome_type
where
    confirmed.outcomes_count is distinct from expected.outcomes_count
    or billed.outcomes_count is distinct from expected.outcomes_count
    or billed.amount is distinct from expected.amount
