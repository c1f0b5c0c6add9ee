-- Who got a broadcast and withdrew soon after, by the reason.
-- $1 broadcast · $2 so soon
SELECT coalesce(s.withdrawn_because, 'Asked'), count(*)
FROM subscribers s JOIN deliveries d ON d.subscriber_id = s.id AND d.broadcast_id = $1 AND d.state = 'Sent'
WHERE s.withdrawn_at >= d.settled_at AND s.withdrawn_at < d.settled_at + $2
GROUP BY 1
