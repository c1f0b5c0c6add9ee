-- $1 first day of seen marks to keep · $2 now · $3 replies queued before are too late
WITH marks AS (DELETE FROM seen_updates WHERE day < $1),
     states AS (DELETE FROM conversations WHERE expires <= $2)
DELETE FROM outbox WHERE queued_at < $3
