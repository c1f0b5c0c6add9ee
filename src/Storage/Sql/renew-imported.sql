-- A consent given after the last one was withdrawn. An older one never undoes a withdrawal.
-- $1 ids · $2 addresses · $3 languages · $4 provinces · $5 roles · $6 topics, parted by ; · $7 wordings · $8 times
UPDATE subscribers s
SET address = u.address, language = u.language, province = u.province, role = u.role, topics = string_to_array(u.topics, ';'),
    consent_wording = u.wording, consented_at = u.at, withdrawn_at = NULL, withdrawn_because = NULL
FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS u(id, address, language, province, role, topics, wording, at)
WHERE s.id = u.id AND s.withdrawn_at < u.at
