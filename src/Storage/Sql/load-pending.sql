-- $1 at most so many · $2 queued no later · $3 ids to leave out
SELECT id, channel, address, plan, queued_at FROM outbox WHERE queued_at <= $2 AND id <> ALL($3) ORDER BY sequence LIMIT $1
