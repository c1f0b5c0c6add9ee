-- One sender a channel. Taken when it is free, ours, over, or its holder's connection is gone. By the database's clock. Of another
-- database user's connection the start is not told: that one counts as alive.
-- A silence that the channel asked for stays with the row, whoever takes it.
-- $1 channel · $2 holder · $3 seconds it lasts · $4 seconds of silence to come that the holder knows of, 0 = none
INSERT INTO sender_leases AS l (channel, holder, fence, expires_at, backend_pid, backend_start, silent_until)
SELECT $1, $2, 1, clock_timestamp() + make_interval(secs => $3), a.pid, a.backend_start,
       CASE WHEN $4 > 0 THEN clock_timestamp() + make_interval(secs => $4) END
FROM pg_stat_activity a WHERE a.pid = pg_backend_pid()
ON CONFLICT (channel) DO UPDATE
SET holder = excluded.holder,
    fence = CASE WHEN l.holder = excluded.holder THEN l.fence ELSE l.fence + 1 END,
    expires_at = excluded.expires_at,
    backend_pid = excluded.backend_pid,
    backend_start = excluded.backend_start,
    silent_until = greatest(l.silent_until, excluded.silent_until)
WHERE l.holder = excluded.holder
   OR l.expires_at < clock_timestamp()
   OR NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.pid = l.backend_pid AND coalesce(a.backend_start, l.backend_start) = l.backend_start)
RETURNING fence, greatest(0, coalesce(extract(epoch FROM silent_until - clock_timestamp()), 0))::float8
