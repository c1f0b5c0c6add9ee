-- Every help table written anew in random order. The locks come first: nothing may be added between the copy and the end.
-- The copies are temporary tables: sealed bytes as in their originals, and gone with the transaction.
SET LOCAL lock_timeout = '10s';
LOCK TABLE help_cases, case_texts, receipts, case_links, case_referrals, case_reports, case_readers, case_aliases, erasures IN ACCESS EXCLUSIVE MODE;
CREATE TEMPORARY TABLE rewrite_help_cases ON COMMIT DROP AS SELECT * FROM help_cases;
CREATE TEMPORARY TABLE rewrite_case_texts ON COMMIT DROP AS SELECT * FROM case_texts;
CREATE TEMPORARY TABLE rewrite_receipts ON COMMIT DROP AS SELECT * FROM receipts;
CREATE TEMPORARY TABLE rewrite_case_links ON COMMIT DROP AS SELECT * FROM case_links;
CREATE TEMPORARY TABLE rewrite_case_referrals ON COMMIT DROP AS SELECT * FROM case_referrals;
CREATE TEMPORARY TABLE rewrite_case_reports ON COMMIT DROP AS SELECT * FROM case_reports;
CREATE TEMPORARY TABLE rewrite_case_readers ON COMMIT DROP AS SELECT * FROM case_readers;
CREATE TEMPORARY TABLE rewrite_case_aliases ON COMMIT DROP AS SELECT * FROM case_aliases;
CREATE TEMPORARY TABLE rewrite_erasures ON COMMIT DROP AS SELECT * FROM erasures;
TRUNCATE help_cases, case_texts, receipts, case_links, case_referrals, case_reports, case_readers, case_aliases, erasures;
INSERT INTO help_cases SELECT * FROM rewrite_help_cases ORDER BY random();
INSERT INTO case_texts SELECT * FROM rewrite_case_texts ORDER BY random();
INSERT INTO receipts SELECT * FROM rewrite_receipts ORDER BY random();
INSERT INTO case_links SELECT * FROM rewrite_case_links ORDER BY random();
INSERT INTO case_referrals SELECT * FROM rewrite_case_referrals ORDER BY random();
INSERT INTO case_reports SELECT * FROM rewrite_case_reports ORDER BY random();
INSERT INTO case_readers SELECT * FROM rewrite_case_readers ORDER BY random();
INSERT INTO case_aliases SELECT * FROM rewrite_case_aliases ORDER BY random();
INSERT INTO erasures SELECT * FROM rewrite_erasures ORDER BY random()
