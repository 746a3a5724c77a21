-- While 0010 ran, a process of the release before may have written entries between the loop over the log and the making of the
-- trigger: they would stand outside the chain. Under this lock nobody writes, and from here on the trigger is there.
LOCK TABLE staff.audit IN SHARE ROW EXCLUSIVE MODE;
--> statement-breakpoint
DO $$
DECLARE
  entry staff.audit%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(7041575);
  FOR entry IN
    SELECT a.* FROM staff.audit a WHERE NOT EXISTS (SELECT FROM staff.audit_chain c WHERE c.audit_id = a.id) ORDER BY a.id
  LOOP
    PERFORM staff.chain_audit_entry(entry);
  END LOOP;
END $$;
--> statement-breakpoint
-- The place in the chain is the trigger's to give: an entry of the chain is written by it and by nobody else. A restored dump
-- brings the rows before the triggers; where it does not (--data-only), it must be loaded with --disable-triggers.
CREATE FUNCTION staff.refuse_chaining() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'staff.audit_chain is written by the trigger of staff.audit only';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER chained_only BEFORE INSERT ON staff.audit_chain
FOR EACH STATEMENT EXECUTE FUNCTION staff.refuse_chaining();
