-- $1 day · $2 ids · $3 languages · $4 masked texts · $5 reasons
INSERT INTO unanswered_questions (id, day, language, masked_text, reason)
SELECT q.id, $1, q.language, q.masked_text, q.reason
FROM unnest($2, $3, $4, $5) AS q(id, language, masked_text, reason)
ORDER BY q.id -- random: the order of asking is not kept
