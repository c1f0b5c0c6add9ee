-- What became of a broadcast, as counts that stay. Who puts deliveries back to be sent once more takes the same lock: then its state is
-- another, and nothing is written. What a cancelled one left open is counted as what it came to.
-- $1 broadcast · $2 now · $3 ended no later · $4 who leaves so soon left because of it
WITH marked AS (
    UPDATE broadcasts b
    SET summed_at = $2,
        doubts = (SELECT count(*) FROM deliveries d WHERE d.broadcast_id = $1 AND d.doubted_at IS NOT NULL),
        left_asked = (
            SELECT count(*) FROM subscribers s JOIN deliveries d ON d.subscriber_id = s.id AND d.broadcast_id = $1 AND d.state = 'Sent'
            WHERE s.withdrawn_at >= d.settled_at AND s.withdrawn_at < d.settled_at + $4 AND coalesce(s.withdrawn_because, 'Asked') = 'Asked'),
        left_blocked = (
            SELECT count(*) FROM subscribers s JOIN deliveries d ON d.subscriber_id = s.id AND d.broadcast_id = $1 AND d.state = 'Sent'
            WHERE s.withdrawn_at >= d.settled_at AND s.withdrawn_at < d.settled_at + $4 AND s.withdrawn_because = 'Blocked')
    WHERE b.id = $1 AND b.state IN ('Done', 'Cancelled') AND b.ended_at <= $3 AND b.summed_at IS NULL
    RETURNING b.id
),
counted AS (
    SELECT CASE WHEN d.state IN ('Pending', 'Reserved') THEN 'Skipped' WHEN d.state = 'Sending' THEN 'InDoubt' ELSE d.state END AS state,
           CASE WHEN d.state IN ('Pending', 'Reserved') THEN 'Cancelled' WHEN d.state = 'Sending' THEN 'Unanswered' ELSE d.cause END AS cause,
           d.channel, date_trunc('hour', d.settled_at, 'UTC') AS hour, count(*) AS count
    FROM deliveries d JOIN marked m ON m.id = d.broadcast_id
    GROUP BY 1, 2, 3, 4
),
kept AS (
    INSERT INTO delivery_sums (broadcast_id, number, state, cause, channel, hour, count)
    SELECT $1, row_number() OVER (ORDER BY state, cause, channel, hour), state, cause, channel, hour, count FROM counted
)
SELECT EXISTS (SELECT 1 FROM marked)
