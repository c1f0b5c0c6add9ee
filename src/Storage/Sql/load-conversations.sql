-- $1 keys · $2 now
SELECT key, language, data, expires FROM conversations WHERE key = ANY($1) AND expires > $2
