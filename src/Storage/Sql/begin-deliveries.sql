-- Asked again just before each call, and written as being sent in the same breath: only these may be called. One that is being sent
-- under our own fence already is asked for again by a worker who did not hear the answer. Found by their keys alone (coalesce): whatever
-- the planner believes of states and fences, which change faster than its statistics, it would be wrong and read the table for each.
-- $1 broadcasts · $2 subscribers, in the order of both · $3 channel · $4 fence · $5 now · $6 minute of the organisation's day
WITH lease AS (
    SELECT fence FROM sender_leases WHERE channel = $3 AND fence = $4 AND expires_at > clock_timestamp() FOR SHARE
),
asked AS MATERIALIZED (
    SELECT u.broadcast_id, u.subscriber_id,
           CASE WHEN b.state = 'Cancelled' THEN 'Cancelled'
                WHEN b.state <> 'Running' THEN 'Paused'
                WHEN s.withdrawn_because = 'Blocked' THEN 'Blocked'
                WHEN s.id IS NULL OR s.withdrawn_at IS NOT NULL THEN 'OptedOut'
                WHEN cardinality(b.topics) > 0 AND cardinality(s.topics) > 0 AND NOT s.topics && b.topics THEN 'OptedOut'
                WHEN s.person_id IS NOT NULL AND EXISTS (
                    SELECT 1 FROM subscribers p
                    JOIN deliveries e ON e.broadcast_id = b.id AND e.subscriber_id = p.id AND e.state IN ('Sending', 'Sent', 'InDoubt')
                    WHERE p.person_id = s.person_id AND p.id <> s.id) THEN 'SamePerson'
                WHEN s.person_id IS NOT NULL AND b.cap_days > 0 AND EXISTS (
                    SELECT 1 FROM subscribers p
                    WHERE p.person_id = s.person_id AND p.id <> s.id AND (EXISTS (
                        SELECT 1 FROM broadcasts o
                        JOIN deliveries e ON e.broadcast_id = o.id AND e.subscriber_id = p.id AND e.state = 'Sent'
                             AND e.settled_at > $5 - make_interval(days => b.cap_days)
                        WHERE o.id <> b.id AND coalesce(o.ended_at, $5) >= $5 - make_interval(days => b.cap_days))
                        OR EXISTS (SELECT 1 FROM last_sent l WHERE l.subscriber_id = p.id AND l.sent_at > $5 - make_interval(days => b.cap_days)))) THEN 'Capped'
                WHEN b.cap_days > 0 AND (EXISTS (
                    SELECT 1 FROM broadcasts o
                    JOIN deliveries e ON e.broadcast_id = o.id AND e.subscriber_id = u.subscriber_id AND e.state = 'Sent'
                         AND e.settled_at > $5 - make_interval(days => b.cap_days)
                    WHERE o.id <> b.id AND coalesce(o.ended_at, $5) >= $5 - make_interval(days => b.cap_days))
                    OR EXISTS (SELECT 1 FROM last_sent l WHERE l.subscriber_id = u.subscriber_id AND l.sent_at > $5 - make_interval(days => b.cap_days))) THEN 'Capped'
                WHEN ($6 - coalesce(s.quiet_from, b.quiet_from) + 1440) % 1440
                   < (coalesce(s.quiet_to, b.quiet_to) - coalesce(s.quiet_from, b.quiet_from) + 1440) % 1440 THEN 'Quiet'
                ELSE 'No' END AS hindrance
    FROM unnest($1, $2) AS u(broadcast_id, subscriber_id)
    JOIN broadcasts b ON b.id = u.broadcast_id
    LEFT JOIN subscribers s ON s.id = u.subscriber_id
    WHERE EXISTS (SELECT 1 FROM lease)
)
UPDATE deliveries d
SET state = CASE WHEN a.hindrance = 'No' THEN 'Sending'
                 WHEN a.hindrance IN ('Blocked', 'OptedOut') THEN 'Stopped'
                 WHEN a.hindrance IN ('Cancelled', 'Capped', 'SamePerson') THEN 'Skipped'
                 ELSE 'Pending' END,
    cause = CASE WHEN a.hindrance NOT IN ('No', 'Paused', 'Quiet') THEN a.hindrance END,
    settled_at = CASE WHEN a.hindrance NOT IN ('No', 'Paused', 'Quiet') THEN $5 END
FROM asked a
WHERE d.broadcast_id = a.broadcast_id AND d.subscriber_id = a.subscriber_id
  AND coalesce(d.state IN ('Reserved', 'Sending') AND d.fence = $4, FALSE)
RETURNING d.broadcast_id, d.subscriber_id, d.state
