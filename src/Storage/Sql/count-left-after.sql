-- Who got a broadcast and withdrew soon after, by the reason. By its rows, or by the counts that stand for them.
-- $1 broadcast · $2 so soon
SELECT coalesce(s.withdrawn_because, 'Asked'), count(*)
FROM subscribers s JOIN deliveries d ON d.subscriber_id = s.id AND d.broadcast_id = $1 AND d.state = 'Sent'
WHERE s.withdrawn_at >= d.settled_at AND s.withdrawn_at < d.settled_at + $2
  AND NOT EXISTS (SELECT 1 FROM broadcasts WHERE id = $1 AND summed_at IS NOT NULL)
GROUP BY 1
UNION ALL
SELECT left_of.reason, left_of.count
FROM broadcasts b CROSS JOIN LATERAL (VALUES ('Asked', b.left_asked), ('Blocked', b.left_blocked)) AS left_of(reason, count)
WHERE b.id = $1 AND b.summed_at IS NOT NULL AND left_of.count > 0
