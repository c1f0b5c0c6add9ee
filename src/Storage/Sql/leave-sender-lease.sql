-- $1 channel · $2 holder. The row stays: its fence must never begin anew.
UPDATE sender_leases SET expires_at = '-infinity' WHERE channel = $1 AND holder = $2
