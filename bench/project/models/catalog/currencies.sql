select * from {{ catalog_file('currencies') }}
