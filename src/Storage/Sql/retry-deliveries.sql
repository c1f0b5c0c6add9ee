-- Deliveries of one state once more; attempts are counted anew, doubts stay listed. $1 broadcast · $2 state · $3 causes, empty = all
UPDATE deliveries d SET state = 'Pending', cause = NULL, not_before = '-infinity', settled_at = NULL, attempts = 0
WHERE d.broadcast_id = $1 AND d.state = $2 AND (cardinality($3) = 0 OR d.cause = ANY($3))
