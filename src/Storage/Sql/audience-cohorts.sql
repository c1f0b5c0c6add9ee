-- Those with a consent in force, in groups of the like. $1 nobody asks further back
WITH recent AS (
    SELECT got.subscriber_id, date_trunc('hour', max(got.sent_at)) AS sent_at
    FROM (
        SELECT d.subscriber_id, d.settled_at AS sent_at
        FROM broadcasts b JOIN deliveries d ON d.broadcast_id = b.id AND d.state = 'Sent' AND d.settled_at > $1
        WHERE coalesce(b.ended_at, 'infinity') >= $1
        UNION ALL
        SELECT subscriber_id, sent_at FROM last_sent WHERE sent_at > $1
    ) got
    GROUP BY got.subscriber_id
)
SELECT s.channel, s.language, s.province, s.role, s.topics, s.quiet_from, s.quiet_to, date_trunc('day', s.consented_at, 'UTC'), r.sent_at, count(*)
FROM subscribers s LEFT JOIN recent r ON r.subscriber_id = s.id
WHERE s.withdrawn_at IS NULL
  -- one for each person: their newest, though an audience may mean another of them
  AND (s.person_id IS NULL OR NOT EXISTS (
      SELECT 1 FROM subscribers p WHERE p.person_id = s.person_id AND (p.consented_at > s.consented_at OR (p.consented_at = s.consented_at AND p.id < s.id))))
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
