-- Nothing of them is open any more. $1 now
UPDATE broadcasts b SET state = 'Done', ended_at = $1
WHERE b.state = 'Running' AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.broadcast_id = b.id AND d.state IN ('Pending', 'Reserved', 'Sending'))
RETURNING b.id
