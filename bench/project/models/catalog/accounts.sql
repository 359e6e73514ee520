select * from {{ catalog_file('accounts') }}
