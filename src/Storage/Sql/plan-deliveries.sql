-- A row a recipient, once for ever: the broadcast begins in the same statement, so that two nodes cannot both make them.
-- $1 broadcast · $2 now · $3 languages · $4 provinces · $5 roles · $6 topics · $7 channels (each empty = all) · $8 joined before or null
-- $9 channels that can be written to unasked · $10 broadcasts begun within the days kept free
WITH begun AS (
    UPDATE broadcasts SET state = 'Running', started_at = $2 WHERE id = $1 AND state IN ('Scheduled', 'Waiting') RETURNING id
),
meant AS (
    SELECT s.id, s.channel,
           CASE WHEN s.channel <> ALL($9) THEN 'ChannelClosed'
                WHEN EXISTS (SELECT 1 FROM deliveries d WHERE d.broadcast_id = ANY($10) AND d.subscriber_id = s.id AND d.state = 'Sent') THEN 'Capped'
           END AS cause
    FROM begun, subscribers s
    WHERE s.withdrawn_at IS NULL
      AND (cardinality($3) = 0 OR s.language = ANY($3))
      AND (cardinality($4) = 0 OR s.province = ANY($4))
      AND (cardinality($5) = 0 OR s.role = ANY($5))
      AND (cardinality($6) = 0 OR s.topics && $6 OR cardinality(s.topics) = 0)
      AND (cardinality($7) = 0 OR s.channel = ANY($7))
      AND ($8 IS NULL OR s.consented_at < $8)
)
INSERT INTO deliveries (broadcast_id, subscriber_id, channel, state, cause, attempts, settled_at)
SELECT $1, m.id, m.channel, CASE WHEN m.cause IS NULL THEN 'Pending' ELSE 'Skipped' END, m.cause, 0, CASE WHEN m.cause IS NULL THEN NULL ELSE $2 END
FROM meant m
