select * from {{ catalog_file('contributors') }}
