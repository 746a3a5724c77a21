-- Versions of a definition, draws of a sample and purges only grow.
CREATE FUNCTION staff.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign.definition_versions
FOR EACH STATEMENT EXECUTE FUNCTION staff.refuse_rewrite();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON identity.samples
FOR EACH STATEMENT EXECUTE FUNCTION staff.refuse_rewrite();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON identity.purges
FOR EACH STATEMENT EXECUTE FUNCTION staff.refuse_rewrite();
--> statement-breakpoint
-- Campaigns from before have the one version that they are.
INSERT INTO campaign.definition_versions (campaign_id, version, definition, hash, actor, created_at)
SELECT id, 1, definition, definition_hash, '', created_at FROM campaign.campaigns;
--> statement-breakpoint
-- The text of one entry of the audit log that its hash covers. jsonb writes the same value in the same bytes.
CREATE FUNCTION staff.audit_entry(entry staff.audit, seq bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'seq', seq,
    'at', to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actor', entry.actor, 'action', entry.action, 'campaign', entry.campaign, 'details', entry.details)::text
$$;
--> statement-breakpoint
-- Appends one entry to the chain: SHA-256 over the hash before and the entry.
CREATE FUNCTION staff.chain_audit_entry(entry staff.audit) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  last staff.audit_chain%ROWTYPE;
  next bigint;
BEGIN
  SELECT * INTO last FROM staff.audit_chain ORDER BY seq DESC LIMIT 1;
  next := coalesce(last.seq, 0) + 1;
  INSERT INTO staff.audit_chain (seq, audit_id, hash)
  VALUES (next, entry.id,
          sha256(coalesce(last.hash, ''::bytea) || convert_to(staff.audit_entry(entry, next), 'UTF8')));
END $$;
--> statement-breakpoint
DO $$
DECLARE
  entry staff.audit%ROWTYPE;
BEGIN
  FOR entry IN SELECT * FROM staff.audit ORDER BY id LOOP
    PERFORM staff.chain_audit_entry(entry);
  END LOOP;
END $$;
--> statement-breakpoint
-- At commit, one transaction after the other: the lock is taken when all others that the transaction needs are held already,
-- so waiting for it can close no circle. An entry that is in the chain (a restored copy) stays where it is.
CREATE FUNCTION staff.chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7041575);
  IF NOT EXISTS (SELECT FROM staff.audit_chain WHERE audit_id = NEW.id) THEN
    PERFORM staff.chain_audit_entry(NEW);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_chained AFTER INSERT ON staff.audit
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION staff.chain_audit();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON staff.audit_chain
FOR EACH STATEMENT EXECUTE FUNCTION staff.refuse_rewrite();
