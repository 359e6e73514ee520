select * from {{ catalog_file('price_tiers') }}
