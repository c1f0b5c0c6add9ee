-- By its rows, or by the counts that stand for them. $1 broadcast
SELECT state, count(*) FROM deliveries
WHERE broadcast_id = $1 AND NOT EXISTS (SELECT 1 FROM broadcasts WHERE id = $1 AND summed_at IS NOT NULL)
GROUP BY state
UNION ALL
SELECT state, sum(count)::bigint FROM delivery_sums WHERE broadcast_id = $1 GROUP BY state
