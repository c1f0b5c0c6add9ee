-- Reserved and not begun: back without doubt. $1 channel · $2 fence
UPDATE deliveries d SET state = 'Pending' FROM broadcasts b
WHERE b.id = d.broadcast_id AND b.state NOT IN ('Scheduled', 'Done') AND d.channel = $1 AND d.state = 'Reserved' AND d.fence = $2
