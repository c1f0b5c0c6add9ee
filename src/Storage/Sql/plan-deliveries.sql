-- A row a recipient. Those who cannot be written to now have one too, which says why.
-- $1 broadcast · $2 now · $3 languages · $4 provinces · $5 roles · $6 topics · $7 channels (each empty = all) · $8 joined before or null
-- $9 channels that can be written to unasked · $10 who got another campaign since then is left alone, or null
WITH recent AS (
    SELECT e.subscriber_id
    FROM broadcasts o JOIN deliveries e ON e.broadcast_id = o.id AND e.state = 'Sent' AND e.settled_at > $10
    WHERE o.id <> $1 AND coalesce(o.ended_at, $2) >= $10
    UNION
    SELECT subscriber_id FROM last_sent WHERE sent_at > $10
),
reached AS ( -- linked people who got another campaign in any of their conversations
    SELECT p.person_id
    FROM subscribers p
    WHERE p.person_id IS NOT NULL AND (EXISTS (
        SELECT 1 FROM broadcasts o JOIN deliveries e ON e.broadcast_id = o.id AND e.subscriber_id = p.id AND e.state = 'Sent' AND e.settled_at > $10
        WHERE o.id <> $1 AND coalesce(o.ended_at, $2) >= $10)
        OR EXISTS (SELECT 1 FROM last_sent t WHERE t.subscriber_id = p.id AND t.sent_at > $10))
),
meant AS (
    SELECT s.id, s.channel,
           CASE WHEN s.channel <> ALL($9) THEN 'ChannelClosed' WHEN r.subscriber_id IS NOT NULL THEN 'Capped' END AS cause
    FROM subscribers s LEFT JOIN recent r ON r.subscriber_id = s.id
    WHERE s.person_id IS NULL AND s.withdrawn_at IS NULL
      AND (cardinality($3) = 0 OR s.language = ANY($3))
      AND (cardinality($4) = 0 OR s.province = ANY($4))
      AND (cardinality($5) = 0 OR s.role = ANY($5))
      AND (cardinality($6) = 0 OR s.topics && $6 OR cardinality(s.topics) = 0)
      AND (cardinality($7) = 0 OR s.channel = ANY($7))
      AND ($8 IS NULL OR s.consented_at < $8)
    UNION ALL -- of people with several subscriptions the newest that can be written to; apart, so that the others cost nothing for it
    SELECT s.id, s.channel,
           CASE WHEN row_number() OVER (PARTITION BY s.person_id ORDER BY s.channel <> ALL($9), s.consented_at DESC, s.id) > 1 THEN 'SamePerson'
                WHEN s.channel <> ALL($9) THEN 'ChannelClosed'
                WHEN s.person_id IN (SELECT person_id FROM reached) THEN 'Capped' END
    FROM subscribers s
    WHERE s.person_id IS NOT NULL AND s.withdrawn_at IS NULL
      AND (cardinality($3) = 0 OR s.language = ANY($3))
      AND (cardinality($4) = 0 OR s.province = ANY($4))
      AND (cardinality($5) = 0 OR s.role = ANY($5))
      AND (cardinality($6) = 0 OR s.topics && $6 OR cardinality(s.topics) = 0)
      AND (cardinality($7) = 0 OR s.channel = ANY($7))
      AND ($8 IS NULL OR s.consented_at < $8)
)
INSERT INTO deliveries (broadcast_id, subscriber_id, channel, state, cause, attempts, not_before, settled_at)
SELECT $1, id, channel,
       CASE WHEN cause IS NULL THEN 'Pending' ELSE 'Skipped' END, cause, 0,
       CASE WHEN cause IS NULL THEN '-infinity'::timestamptz END,
       CASE WHEN cause IS NOT NULL THEN $2 END
FROM meant
ORDER BY id -- the order of the key: filled from front to back it is half the size and the time
