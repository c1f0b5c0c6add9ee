-- Nothing is ever put off so far: a clock ran ahead when it was. $1 channel · $2 now
UPDATE deliveries d SET not_before = '-infinity'
FROM broadcasts b
WHERE b.state = 'Running' AND d.broadcast_id = b.id AND d.channel = $1 AND d.state = 'Pending' AND d.not_before > $2 + interval '2 days'
