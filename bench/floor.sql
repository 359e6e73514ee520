-- The floor: nothing that reads the whole log can be faster than reading it.

-- stage: floor
select bit_xor(hash(id, source, type, subject, time, data, account_id, received_at))
from read_parquet(getvariable('log_file'));
