-- $1 queued no later
SELECT count(*) FROM outbox WHERE queued_at <= $1
