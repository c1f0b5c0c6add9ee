-- What a sender that is gone left behind. Reserved ones were never sent; of those being sent nobody knows: they are listed for ever,
-- and sent again unless the campaign says otherwise. $1 channel · $2 our fence · $3 now
UPDATE deliveries d
SET state = CASE WHEN d.state = 'Sending' AND (b.lists_doubts OR b.state = 'Cancelled') THEN 'InDoubt' ELSE 'Pending' END,
    cause = CASE WHEN d.state = 'Sending' AND (b.lists_doubts OR b.state = 'Cancelled') THEN 'Unanswered' END,
    settled_at = CASE WHEN d.state = 'Sending' AND (b.lists_doubts OR b.state = 'Cancelled') THEN $3 END,
    doubted_at = CASE WHEN d.state = 'Sending' THEN $3 ELSE d.doubted_at END,
    attempts = d.attempts + CASE WHEN d.state = 'Sending' THEN 1 ELSE 0 END
FROM broadcasts b
WHERE b.id = d.broadcast_id AND b.state NOT IN ('Scheduled', 'Done') AND d.channel = $1 AND d.state IN ('Reserved', 'Sending') AND d.fence < $2
