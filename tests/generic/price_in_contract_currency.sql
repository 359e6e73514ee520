{#- A contract's own prices in a currency that isn't the contract's. -#}
{% test price_in_contract_currency(model) %}
    select
        prices.price_id,
        prices.contract_id,
        prices.currency_code as price_currency_code,
        contracts.currency_code as contract_currency_code
    from {{ model }} as prices
    inner join {{ ref('stg_catalog__contracts') }} as contracts on prices.contract_id = contracts.contract_id
    where prices.currency_code <> contracts.currency_code
{% endtest %}
