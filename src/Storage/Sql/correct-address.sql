-- A chat that lives on under another address; not when that is a subscriber already. $1 subscriber · $2 lookup key · $3 sealed address
UPDATE subscribers SET lookup_key = $2, address = $3
WHERE id = $1 AND withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM subscribers o WHERE o.lookup_key = $2)
