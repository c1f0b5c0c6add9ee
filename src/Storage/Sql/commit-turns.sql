-- A batch of turns in one statement. Only effects of updates not seen before are applied: every part joins fresh.
-- $1 seen keys, sorted: two nodes then take their locks in the same order · $2 day (UTC) · $3 now
-- $4-$8 states: seen key, conversation, language, data, expires
-- $9-$13 replies: seen key, id, channel, address, plan
-- $14-$16 counters: seen key, name, topic · $17 the organisation's day
WITH fresh AS (
    INSERT INTO seen_updates (key, day)
    SELECT u.key, $2 FROM unnest($1) AS u(key)
    ON CONFLICT DO NOTHING
    RETURNING key
),
states AS (
    INSERT INTO conversations (key, language, data, expires)
    SELECT DISTINCT ON (s.key) s.key, s.language, s.data, s.expires
    FROM unnest($4, $5, $6, $7, $8) WITH ORDINALITY AS s(seen, key, language, data, expires, place)
    JOIN fresh ON fresh.key = s.seen
    ORDER BY s.key, s.place DESC -- of two turns of one conversation the later one stands
    ON CONFLICT (key) DO UPDATE SET language = excluded.language, data = excluded.data, expires = excluded.expires
),
replies AS (
    INSERT INTO outbox (id, channel, address, plan, queued_at)
    SELECT r.id, r.channel, r.address, r.plan, $3
    FROM unnest($9, $10, $11, $12, $13) WITH ORDINALITY AS r(seen, id, channel, address, plan, place)
    JOIN fresh ON fresh.key = r.seen
    ORDER BY r.place
),
counters AS (
    INSERT INTO daily_counters AS d (day, name, topic, count)
    SELECT $17, c.name, c.topic, count(*)
    FROM unnest($14, $15, $16) AS c(seen, name, topic)
    JOIN fresh ON fresh.key = c.seen
    GROUP BY c.name, c.topic
    ORDER BY c.name, c.topic
    ON CONFLICT (day, name, topic) DO UPDATE SET count = d.count + excluded.count
)
SELECT key FROM fresh
