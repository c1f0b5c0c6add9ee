-- What is left written anew in random order; what was moved into the chain is gone from the file too. Under the table's lock.
CREATE TEMPORARY TABLE rewrite_audit_waiting ON COMMIT DROP AS SELECT * FROM audit_waiting;
TRUNCATE audit_waiting;
INSERT INTO audit_waiting SELECT * FROM rewrite_audit_waiting ORDER BY random()
