-- $1 ids of replies that were sent, or never will be
DELETE FROM outbox WHERE id = ANY($1)
