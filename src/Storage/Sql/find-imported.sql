-- $1 lookup keys
SELECT lookup_key, id, withdrawn_at FROM subscribers WHERE lookup_key = ANY($1)
