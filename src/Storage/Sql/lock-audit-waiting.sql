SET LOCAL lock_timeout = '10s';
LOCK TABLE audit_waiting IN ACCESS EXCLUSIVE MODE
