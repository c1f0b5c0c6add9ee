-- $1 key
DELETE FROM conversations WHERE key = $1
