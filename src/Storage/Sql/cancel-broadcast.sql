-- What is being sent at this moment ends as it ends; the rest is never sent. $1 broadcast · $2 now
WITH over AS (
    UPDATE broadcasts SET state = 'Cancelled', ended_at = $2, paused_because = NULL
    WHERE id = $1 AND state IN ('Scheduled', 'Waiting', 'Running', 'Paused') RETURNING id
),
stopped AS (
    UPDATE deliveries d SET state = 'Skipped', cause = 'Cancelled', settled_at = $2
    FROM over WHERE d.broadcast_id = over.id AND d.state IN ('Pending', 'Reserved')
)
SELECT count(*) FROM over
