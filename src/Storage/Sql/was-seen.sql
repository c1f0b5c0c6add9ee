-- $1 key
select exists (select 1 from seen_updates where key = $1)
