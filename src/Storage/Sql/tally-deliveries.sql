-- What became of a broadcast: by state, cause, channel and hour.
-- $1 broadcast
SELECT state, cause, channel, date_trunc('hour', settled_at, 'UTC') AS hour, count(*)
FROM deliveries
WHERE broadcast_id = $1
GROUP BY 1, 2, 3, 4
