{#- Grain: one (outcome, contributor) of an outcome that succeeded. Shares of an outcome add up to
    exactly 1; an outcome that nobody touched goes whole to the contributor `unattributed`. -#}

{%- set units_per_one = 10 ** 12 -%}

with

outcomes as (

    select
        outcome_id,
        attribution_policy_id
    from {{ ref('int_outcomes_with_policies') }}

),

weights as (

    select
        outcome_id,
        contributor_id,
        count(*) as touches_count,
        sum(
            {{ outcome_metering.touch_weight('method', 'touches') }}
        ) as weight
    from {{ ref('int_touches_windowed') }} as touches
    group by outcome_id, contributor_id

),

scaled as (

    select
        outcome_id,
        contributor_id,
        touches_count,
        cast(weight * {{ units_per_one }} as {{ outcome_metering.type_integer_wide() }})
            as weight_units
    from weights

),

totals as (

    select
        outcome_id,
        sum(weight_units) as total_units
    from scaled
    group by outcome_id

),

quotas as (

    select
        scaled.outcome_id,
        scaled.contributor_id,
        scaled.touches_count,
        case
            when scaled.weight_units = totals.total_units then {{ units_per_one }}
            else {{ outcome_metering.divide_whole(
                'scaled.weight_units * ' ~ units_per_one, 'totals.total_units'
            ) }}
        end as quota,
        case
            when scaled.weight_units = totals.total_units then 0
            else (scaled.weight_units * {{ units_per_one }}) % totals.total_units
        end as remainder
    from scaled
    inner join totals on scaled.outcome_id = totals.outcome_id

),

shares as (

    select
        outcome_id,
        contributor_id,
        touches_count,
        {{ outcome_metering.allocate_exactly(
            whole=units_per_one,
            quota='quota',
            remainder='remainder',
            unit=1,
            partition_by='outcome_id',
            tie_key='contributor_id'
        ) }} as share_units
    from quotas

)

select
    outcomes.outcome_id,
    coalesce(shares.contributor_id, 'unattributed') as contributor_id,
    outcomes.attribution_policy_id,
    coalesce(shares.touches_count, 0) as touches_count,
    coalesce({{ outcome_metering.decimal_from_units('shares.share_units', 12) }}, 1) as share,
    coalesce(contributors.is_vendor, false) as is_vendor
from outcomes
left join shares on outcomes.outcome_id = shares.outcome_id
left join {{ ref('stg_catalog__contributors') }} as contributors
    on shares.contributor_id = contributors.contributor_id
