-- Who would be written to now, and why the others not: by reason, channel and language. Reasons in the order in which they count.
-- $1 now · $2 languages · $3 provinces · $4 roles · $5 topics · $6 channels (each empty = all) · $7 joined before or null
-- $8 channels that can be written to unasked · $9 who got a campaign since then is left alone, or null
-- $10 minute of the organisation's day · $11, $12 quiet from and to, or null
WITH recent AS (
    SELECT e.subscriber_id
    FROM broadcasts o JOIN deliveries e ON e.broadcast_id = o.id AND e.state = 'Sent' AND e.settled_at > $9
    WHERE coalesce(o.ended_at, $1) >= $9
    UNION
    SELECT subscriber_id FROM last_sent WHERE sent_at > $9
),
reached AS ( -- as in plan-deliveries
    SELECT p.person_id
    FROM subscribers p
    WHERE p.person_id IS NOT NULL AND (EXISTS (
        SELECT 1 FROM broadcasts o JOIN deliveries e ON e.broadcast_id = o.id AND e.subscriber_id = p.id AND e.state = 'Sent' AND e.settled_at > $9
        WHERE coalesce(o.ended_at, $1) >= $9)
        OR EXISTS (SELECT 1 FROM last_sent t WHERE t.subscriber_id = p.id AND t.sent_at > $9))
),
meant AS (
    SELECT s.channel, s.language, s.quiet_from, s.quiet_to,
           CASE WHEN s.withdrawn_at IS NOT NULL THEN CASE WHEN s.withdrawn_because = 'Blocked' THEN 'Blocked' ELSE 'OptedOut' END
                WHEN s.channel <> ALL($8) THEN 'ChannelClosed'
                WHEN r.subscriber_id IS NOT NULL THEN 'Capped' END AS cause
    FROM subscribers s LEFT JOIN recent r ON r.subscriber_id = s.id
    WHERE s.person_id IS NULL
      AND (cardinality($2) = 0 OR s.language = ANY($2))
      AND (cardinality($3) = 0 OR s.province = ANY($3))
      AND (cardinality($4) = 0 OR s.role = ANY($4))
      AND (cardinality($5) = 0 OR s.topics && $5 OR cardinality(s.topics) = 0)
      AND (cardinality($6) = 0 OR s.channel = ANY($6))
      AND ($7 IS NULL OR s.consented_at < $7)
    UNION ALL -- who withdrew is linked no more
    SELECT s.channel, s.language, s.quiet_from, s.quiet_to,
           CASE WHEN row_number() OVER (PARTITION BY s.person_id ORDER BY s.channel <> ALL($8), s.consented_at DESC, s.id) > 1 THEN 'SamePerson'
                WHEN s.channel <> ALL($8) THEN 'ChannelClosed'
                WHEN s.person_id IN (SELECT person_id FROM reached) THEN 'Capped' END
    FROM subscribers s
    WHERE s.person_id IS NOT NULL AND s.withdrawn_at IS NULL
      AND (cardinality($2) = 0 OR s.language = ANY($2))
      AND (cardinality($3) = 0 OR s.province = ANY($3))
      AND (cardinality($4) = 0 OR s.role = ANY($4))
      AND (cardinality($5) = 0 OR s.topics && $5 OR cardinality(s.topics) = 0)
      AND (cardinality($6) = 0 OR s.channel = ANY($6))
      AND ($7 IS NULL OR s.consented_at < $7)
)
SELECT CASE WHEN m.cause IS NOT NULL THEN m.cause
            WHEN ($10 - coalesce(m.quiet_from, $11) + 1440) % 1440
               < (coalesce(m.quiet_to, $12) - coalesce(m.quiet_from, $11) + 1440) % 1440 THEN 'Quiet'
            ELSE 'Eligible' END AS reason,
       m.channel, m.language, count(*)
FROM meant m
GROUP BY 1, 2, 3
