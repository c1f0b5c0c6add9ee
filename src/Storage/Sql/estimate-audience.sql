-- Who would be written to now, and why the others not: by reason, channel and language. Reasons in the order in which they count.
-- $1 languages · $2 provinces · $3 roles · $4 topics · $5 channels (each empty = all) · $6 joined before or null
-- $7 channels that can be written to unasked · $8 broadcasts begun within the days kept free
-- $9 minute of the organisation's day · $10, $11 quiet from and to, or null
SELECT CASE WHEN s.withdrawn_at IS NOT NULL THEN CASE WHEN s.withdrawn_because = 'Blocked' THEN 'Blocked' ELSE 'OptedOut' END
            WHEN s.channel <> ALL($7) THEN 'ChannelClosed'
            WHEN EXISTS (SELECT 1 FROM deliveries d WHERE d.broadcast_id = ANY($8) AND d.subscriber_id = s.id AND d.state = 'Sent') THEN 'Capped'
            WHEN CASE WHEN coalesce(s.quiet_from, $10) <= coalesce(s.quiet_to, $11)
                      THEN $9 >= coalesce(s.quiet_from, $10) AND $9 < coalesce(s.quiet_to, $11)
                      ELSE $9 >= coalesce(s.quiet_from, $10) OR $9 < coalesce(s.quiet_to, $11) END THEN 'Quiet'
            ELSE 'Eligible' END AS reason,
       s.channel, s.language, count(*)
FROM subscribers s
WHERE (cardinality($1) = 0 OR s.language = ANY($1))
  AND (cardinality($2) = 0 OR s.province = ANY($2))
  AND (cardinality($3) = 0 OR s.role = ANY($3))
  AND (cardinality($4) = 0 OR s.topics && $4 OR cardinality(s.topics) = 0)
  AND (cardinality($5) = 0 OR s.channel = ANY($5))
  AND ($6 IS NULL OR s.consented_at < $6)
GROUP BY 1, 2, 3
