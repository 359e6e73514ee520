{#- Contracts that name a price list without any price in their currency: nothing would be billed. -#}
{% test priced_by_its_list(model) %}
    select
        'the price list has no price in the currency of the contract' as violation,
        contracts.*
    from {{ model }} as contracts
    left join {{ ref('stg_catalog__prices') }} as prices
        on
            contracts.price_list_id = prices.price_list_id
            and contracts.currency_code = prices.currency_code
    where contracts.price_list_id is not null and prices.price_id is null
{% endtest %}
