{#- Grain: one hash of (source, id) that arrived more than once. Few: only these events are sorted
    to find out which arrival counts. -#}

with

keys as (

    select {{ outcome_metering.hash_row(['source', 'id']) }} as key_hash
    from {{ outcome_metering.received_events() }}

)

select key_hash
from keys
group by key_hash
having count(*) > 1
