-- The next batch, the oldest broadcast first, in it those whose time came last: retries do not wait for the whole broadcast. People in
-- their quiet hours are put off to the end of these, so that no later batch meets them again. Nothing under a lease that is over.
-- $1 channel · $2 fence · $3 now · $4 minute of the organisation's day · $5 at most so many
WITH lease AS (
    SELECT fence FROM sender_leases WHERE channel = $1 AND fence = $2 AND expires_at > clock_timestamp() FOR SHARE
),
ready AS (
    SELECT n.*
    FROM (SELECT id, quiet_from, quiet_to FROM broadcasts WHERE state = 'Running' AND EXISTS (SELECT 1 FROM lease) ORDER BY started_at, id) b
    CROSS JOIN LATERAL (
        SELECT d.broadcast_id, d.subscriber_id, s.address, coalesce(s.language, 'vi') AS language,
               ($4 - coalesce(s.quiet_from, b.quiet_from) + 1440) % 1440 AS since_quiet,
               (coalesce(s.quiet_to, b.quiet_to) - coalesce(s.quiet_from, b.quiet_from) + 1440) % 1440 AS quiet
        FROM deliveries d LEFT JOIN subscribers s ON s.id = d.subscriber_id
        WHERE d.broadcast_id = b.id AND d.channel = $1 AND d.state = 'Pending' AND d.not_before <= $3
        ORDER BY d.not_before DESC
        LIMIT $5
        FOR UPDATE OF d SKIP LOCKED
    ) n
    LIMIT $5
)
UPDATE deliveries d
SET state = CASE WHEN r.since_quiet < r.quiet THEN 'Pending' ELSE 'Reserved' END,
    fence = CASE WHEN r.since_quiet < r.quiet THEN d.fence ELSE $2 END,
    not_before = CASE WHEN r.since_quiet < r.quiet THEN date_trunc('minute', $3) + make_interval(mins => r.quiet - r.since_quiet) ELSE d.not_before END
FROM ready r WHERE d.broadcast_id = r.broadcast_id AND d.subscriber_id = r.subscriber_id
RETURNING d.broadcast_id, d.subscriber_id, d.state, r.address, r.language, d.attempts
