-- What is remembered of conversations, and who of them subscribed, in one trip. $1 keys · $2 now
SELECT key, language, data, expires FROM conversations WHERE key = ANY($1) AND expires > $2
UNION ALL
SELECT lookup_key, language, NULL, NULL FROM subscribers WHERE lookup_key = ANY($1) AND withdrawn_at IS NULL
