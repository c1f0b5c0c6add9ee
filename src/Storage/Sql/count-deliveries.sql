-- $1 broadcast
SELECT state, count(*) FROM deliveries WHERE broadcast_id = $1 GROUP BY state
