-- Nothing of them is open any more. $1 which · $2 now
UPDATE broadcasts b SET state = 'Done', ended_at = $2
WHERE b.id = ANY($1) AND b.state = 'Running'
  AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.broadcast_id = b.id AND d.state IN ('Pending', 'Reserved', 'Sending'))
RETURNING b.id
