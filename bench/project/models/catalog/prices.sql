select * from {{ catalog_file('prices') }}
