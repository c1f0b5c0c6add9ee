-- $1 at most so many
SELECT id, channel, address, plan FROM outbox ORDER BY sequence LIMIT $1
