select * from {{ catalog_file('contracts') }}
