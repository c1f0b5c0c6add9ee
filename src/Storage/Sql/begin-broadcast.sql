-- Its row is locked until its deliveries are made: of two nodes one begins it, the other finds it begun.
-- $1 broadcast · $2 now · $3 topics
UPDATE broadcasts SET state = 'Running', started_at = $2, topics = $3 WHERE id = $1 AND state IN ('Scheduled', 'Waiting')
