-- $1 broadcast · $2 now
UPDATE broadcasts SET state = 'Cancelled', ended_at = $2, paused_because = NULL
WHERE id = $1 AND state IN ('Scheduled', 'Waiting', 'Running', 'Paused')
