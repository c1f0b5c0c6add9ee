-- Asked again just before each call, and written as being sent in the same breath: only these may be called.
-- $1 broadcasts · $2 subscribers, in the order of both · $3 channel · $4 fence · $5 now
WITH lease AS (
    SELECT fence FROM sender_leases WHERE channel = $3 AND fence = $4 AND expires_at > clock_timestamp() FOR SHARE
),
asked AS (
    SELECT d.broadcast_id, d.subscriber_id,
           CASE WHEN b.state <> 'Running' THEN 'Pending'
                WHEN s.id IS NULL OR s.withdrawn_at IS NOT NULL THEN 'Stopped'
                WHEN b.cap_days > 0 AND EXISTS (
                    SELECT 1 FROM broadcasts o JOIN deliveries e ON e.broadcast_id = o.id AND e.subscriber_id = d.subscriber_id AND e.state = 'Sent'
                    WHERE o.id <> b.id AND e.settled_at > $5 - make_interval(days => b.cap_days)) THEN 'Skipped'
                ELSE 'Sending' END AS state,
           s.withdrawn_because
    FROM unnest($1, $2) AS u(broadcast_id, subscriber_id)
    JOIN deliveries d ON d.broadcast_id = u.broadcast_id AND d.subscriber_id = u.subscriber_id AND d.state = 'Reserved' AND d.fence = $4
    JOIN broadcasts b ON b.id = d.broadcast_id
    LEFT JOIN subscribers s ON s.id = d.subscriber_id
    WHERE EXISTS (SELECT 1 FROM lease)
    FOR UPDATE OF d
)
UPDATE deliveries d
SET state = a.state,
    cause = CASE a.state WHEN 'Stopped' THEN CASE WHEN a.withdrawn_because = 'Blocked' THEN 'Blocked' ELSE 'OptedOut' END WHEN 'Skipped' THEN 'Capped' END,
    settled_at = CASE WHEN a.state IN ('Stopped', 'Skipped') THEN $5 END
FROM asked a WHERE d.broadcast_id = a.broadcast_id AND d.subscriber_id = a.subscriber_id
RETURNING d.broadcast_id, d.subscriber_id, d.state
