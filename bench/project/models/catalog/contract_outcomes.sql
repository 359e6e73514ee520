select * from {{ catalog_file('contract_outcomes') }}
