-- What is open of cancelled broadcasts is never sent; what is being sent at this moment ends as it ends, and comes here if it is to be
-- tried again. Rows in a worker's hands are left to it, and few at a time, so that none waits long. $1 now · $2 at most so many
UPDATE deliveries d SET state = 'Skipped', cause = 'Cancelled', settled_at = $1
FROM (
    SELECT o.broadcast_id, o.subscriber_id
    FROM broadcasts b JOIN deliveries o ON o.broadcast_id = b.id AND o.state IN ('Pending', 'Reserved')
    WHERE b.state = 'Cancelled'
    LIMIT $2
    FOR UPDATE OF o SKIP LOCKED
) open
WHERE d.broadcast_id = open.broadcast_id AND d.subscriber_id = open.subscriber_id
