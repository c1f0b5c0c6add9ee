-- What became of deliveries that were being sent; who blocked us is unsubscribed with it. Of one that another sender has taken over
-- since nothing is written. A call that was not made, or that the channel only put off, is no try of the person's.
-- Found by their keys alone (coalesce), as in begin-deliveries.sql.
-- $1 broadcasts · $2 subscribers · $3 states · $4 causes · $5 not before · $6 fence · $7 now
WITH settled AS (
    UPDATE deliveries d
    SET state = u.state, cause = u.cause,
        attempts = d.attempts + CASE WHEN u.state = 'Pending' AND coalesce(u.cause, 'TooMany') IN ('TooMany', 'Unauthorized') THEN 0 ELSE 1 END,
        not_before = CASE WHEN u.state = 'Pending' THEN coalesce(u.not_before, '-infinity') END,
        settled_at = CASE WHEN u.state <> 'Pending' THEN $7 END,
        doubted_at = CASE WHEN u.cause = 'Unanswered' THEN $7 ELSE d.doubted_at END
    FROM unnest($1, $2, $3, $4, $5) AS u(broadcast_id, subscriber_id, state, cause, not_before)
    WHERE d.broadcast_id = u.broadcast_id AND d.subscriber_id = u.subscriber_id AND coalesce(d.state = 'Sending' AND d.fence = $6, FALSE)
    RETURNING d.subscriber_id, d.cause
)
UPDATE subscribers s SET withdrawn_at = $7, withdrawn_because = 'Blocked', address = NULL, person_id = NULL
FROM settled WHERE s.id = settled.subscriber_id AND settled.cause = 'Blocked' AND s.withdrawn_at IS NULL
