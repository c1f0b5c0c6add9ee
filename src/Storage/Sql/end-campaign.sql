-- $1 campaign · $2 now
UPDATE campaigns c SET state = 'Done', version = version + 1, changed_at = $2
WHERE c.id = $1 AND c.state = 'Started'
  AND NOT EXISTS (SELECT 1 FROM broadcasts b WHERE b.campaign_id = c.id AND b.state IN ('Scheduled', 'Waiting', 'Running', 'Paused'))
