-- Held while they are looked at again: who puts deliveries back to be sent once more takes the same lock first.
SELECT b.id FROM broadcasts b
WHERE b.state = 'Running' AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.broadcast_id = b.id AND d.state IN ('Pending', 'Reserved', 'Sending'))
FOR UPDATE SKIP LOCKED
