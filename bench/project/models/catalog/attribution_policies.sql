select * from {{ catalog_file('attribution_policies') }}
