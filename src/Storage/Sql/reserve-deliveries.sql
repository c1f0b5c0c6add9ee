-- The next batch, the oldest broadcast first. People in their quiet hours wait. Nothing is taken under a lease that is over.
-- $1 channel · $2 fence · $3 now · $4 minute of the organisation's day · $5 at most so many
WITH lease AS (
    SELECT fence FROM sender_leases WHERE channel = $1 AND fence = $2 AND expires_at > clock_timestamp() FOR SHARE
),
ready AS (
    SELECT d.broadcast_id, d.subscriber_id, s.address, s.language
    FROM broadcasts b
    JOIN deliveries d ON d.broadcast_id = b.id AND d.state = 'Pending'
    LEFT JOIN subscribers s ON s.id = d.subscriber_id
    WHERE b.state = 'Running' AND d.channel = $1 AND (d.not_before IS NULL OR d.not_before <= $3)
      AND (CASE WHEN coalesce(s.quiet_from, b.quiet_from) <= coalesce(s.quiet_to, b.quiet_to)
                THEN $4 >= coalesce(s.quiet_from, b.quiet_from) AND $4 < coalesce(s.quiet_to, b.quiet_to)
                ELSE $4 >= coalesce(s.quiet_from, b.quiet_from) OR $4 < coalesce(s.quiet_to, b.quiet_to) END) IS NOT TRUE
      AND EXISTS (SELECT 1 FROM lease)
    LIMIT $5
    FOR UPDATE OF d SKIP LOCKED
)
UPDATE deliveries d SET state = 'Reserved', fence = $2
FROM ready r WHERE d.broadcast_id = r.broadcast_id AND d.subscriber_id = r.subscriber_id
RETURNING d.broadcast_id, d.subscriber_id, r.address, coalesce(r.language, 'vi'), d.attempts
