-- The campaign's row is held. $1 id · $2 campaign · $3 planned at · $4 state · $5 plan · $6, $7 quiet hours · $8 days kept free · $9 lists doubts · $10 the rule's day
INSERT INTO broadcasts (id, campaign_id, planned_at, state, plan, quiet_from, quiet_to, cap_days, lists_doubts, topics)
SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, '{}'
WHERE NOT EXISTS (SELECT 1 FROM broadcasts b WHERE b.campaign_id = $2 AND b.plan::jsonb ->> 'due' = $10)
ON CONFLICT (campaign_id, planned_at) DO NOTHING
