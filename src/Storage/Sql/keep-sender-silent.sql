-- $1 channel · $2 holder · $3 seconds of silence
UPDATE sender_leases SET silent_until = greatest(silent_until, clock_timestamp() + make_interval(secs => $3)) WHERE channel = $1 AND holder = $2
