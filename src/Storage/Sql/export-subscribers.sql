-- In an order that tells nothing of when they came. $1 the organisation's zone
SELECT channel, language, coalesce(province, ''), coalesce(role, ''), array_to_string(topics, ';'), to_char(consented_at AT TIME ZONE $1, 'YYYY-MM')
FROM subscribers WHERE withdrawn_at IS NULL ORDER BY random()
