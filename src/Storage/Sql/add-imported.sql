-- Who subscribed in the chat meanwhile is left as they are.
-- $1 ids · $2 channels · $3 lookup keys · $4 addresses · $5 languages · $6 provinces · $7 roles · $8 topics, parted by ; · $9 wordings · $10 times
INSERT INTO subscribers (id, channel, lookup_key, address, language, province, role, topics, consent_wording, consented_at)
SELECT id, channel, lookup_key, address, language, province, role, string_to_array(topics, ';'), wording, at
FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS u(id, channel, lookup_key, address, language, province, role, topics, wording, at)
ON CONFLICT (lookup_key) DO NOTHING
