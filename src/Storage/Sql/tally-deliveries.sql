-- What became of a broadcast: by state, cause, channel and hour. By its rows, or by the counts that stand for them.
-- $1 broadcast
SELECT state, cause, channel, date_trunc('hour', settled_at, 'UTC') AS hour, count(*)
FROM deliveries
WHERE broadcast_id = $1 AND NOT EXISTS (SELECT 1 FROM broadcasts WHERE id = $1 AND summed_at IS NOT NULL)
GROUP BY 1, 2, 3, 4
UNION ALL
SELECT state, cause, channel, hour, count FROM delivery_sums WHERE broadcast_id = $1
