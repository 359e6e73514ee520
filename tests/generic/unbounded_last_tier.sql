{#- Prices whose last tier ends: what lies beyond it is billed nothing, which may be meant. -#}
{% test unbounded_last_tier(model) %}
    {{ config(severity='warn') }}
    select
        price_id,
        max(tier_to) as last_tier_to
    from {{ model }}
    group by price_id
    having count(*) = count(tier_to)
{% endtest %}
