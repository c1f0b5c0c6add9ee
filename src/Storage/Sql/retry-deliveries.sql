-- Failed ones (or those skipped for another reason) once more; the broadcast runs again. $1 broadcast · $2 state · $3 causes, empty = all
WITH again AS (
    UPDATE deliveries d SET state = 'Pending', cause = NULL, not_before = NULL, settled_at = NULL, attempts = 0
    WHERE d.broadcast_id = $1 AND d.state = $2 AND (cardinality($3) = 0 OR d.cause = ANY($3))
      AND EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = $1 AND b.state IN ('Running', 'Paused', 'Done'))
    RETURNING 1
),
running AS (
    UPDATE broadcasts SET state = 'Running', ended_at = NULL WHERE id = $1 AND state = 'Done' AND EXISTS (SELECT 1 FROM again)
)
SELECT count(*) FROM again
