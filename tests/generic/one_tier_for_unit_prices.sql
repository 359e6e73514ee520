{#- Prices of the model `unit` with several tiers, or one that ends: each tier would bill every unit. -#}
{% test one_tier_for_unit_prices(model) %}
    select
        tiers.price_id,
        count(*) as tiers_count
    from {{ model }} as tiers
    inner join {{ ref('stg_catalog__prices') }} as prices on tiers.price_id = prices.price_id
    where prices.pricing_model = 'unit'
    group by tiers.price_id
    having count(*) > 1 or count(tiers.tier_to) > 0
{% endtest %}
