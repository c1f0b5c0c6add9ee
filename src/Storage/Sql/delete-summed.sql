-- Some rows of a broadcast whose counts are kept. Of who got it stays when they last got one: the days kept free are counted from it.
-- $1 broadcast · $2 at most so many · $3 nobody asks further back
WITH gone AS (
    DELETE FROM deliveries d
    USING (
        SELECT o.broadcast_id, o.subscriber_id
        FROM deliveries o JOIN broadcasts b ON b.id = o.broadcast_id
        WHERE o.broadcast_id = $1 AND b.summed_at IS NOT NULL
        LIMIT $2
        FOR UPDATE OF o SKIP LOCKED
    ) few
    WHERE d.broadcast_id = few.broadcast_id AND d.subscriber_id = few.subscriber_id
    RETURNING d.subscriber_id, d.state, d.settled_at
),
kept AS (
    INSERT INTO last_sent AS l (subscriber_id, sent_at)
    SELECT g.subscriber_id, g.settled_at FROM gone g JOIN subscribers s ON s.id = g.subscriber_id
    WHERE g.state = 'Sent' AND g.settled_at > $3
    ORDER BY g.subscriber_id -- the same order everywhere: two nodes then take their locks in the same order
    ON CONFLICT (subscriber_id) DO UPDATE SET sent_at = greatest(l.sent_at, excluded.sent_at)
)
SELECT count(*) FROM gone
