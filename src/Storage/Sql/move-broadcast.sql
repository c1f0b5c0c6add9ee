-- $1 broadcast · $2, $3 when and how it was · $4, $5 when and how it is · $6 its plan
UPDATE broadcasts SET planned_at = $4, state = $5, plan = $6
WHERE id = $1 AND planned_at = $2 AND state = $3 AND state IN ('Scheduled', 'Waiting')
