-- Counts per unit and group: all that the answer side may know of who was invited and who has answered.
-- A view runs with its owner's rights, so phieu_answer reads these counts and not the rows behind them.
CREATE VIEW campaign.participation AS
SELECT campaign_id, block, unit, group_code, stratum_id,
       count(*)::integer AS invited, count(answered_on)::integer AS answered
FROM identity.invitations
GROUP BY campaign_id, block, unit, group_code, stratum_id;
--> statement-breakpoint
-- The answer side's role. It is cluster-wide, so another database of ours may have made it already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'phieu_answer') THEN
    CREATE ROLE phieu_answer NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
-- Since PostgreSQL 16 who creates a role may grant it, but may not yet set it. Who was given the role beforehand cannot grant it and need not.
DO $$
BEGIN
  EXECUTE format('GRANT phieu_answer TO %I', current_user);
EXCEPTION WHEN unique_violation OR insufficient_privilege THEN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA identity, staff FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA campaign, answer TO phieu_answer;
--> statement-breakpoint
GRANT SELECT ON campaign.campaigns, campaign.strata, campaign.participation TO phieu_answer;
--> statement-breakpoint
-- FOR SHARE, by which an arriving response and the close of its campaign exclude each other, needs the right to update some column.
GRANT UPDATE (scrubbed_at) ON campaign.campaigns TO phieu_answer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA answer TO phieu_answer;
--> statement-breakpoint
-- The audit log only grows.
CREATE FUNCTION staff.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'staff.audit is append-only';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON staff.audit
FOR EACH STATEMENT EXECUTE FUNCTION staff.refuse_change();
--> statement-breakpoint
-- pg_statistic keeps samples of values, also of rows that are gone: none of what close destroys.
ALTER TABLE answer.box ALTER COLUMN sealed SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE answer.drawn ALTER COLUMN sealed SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE identity.invitations ALTER COLUMN blinded_hash SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE identity.stratum_keys ALTER COLUMN sealed_private_key SET STATISTICS 0;
--> statement-breakpoint
-- Sealed responses do not compress, and stay in their row up to the size of a page.
ALTER TABLE answer.box ALTER COLUMN sealed SET STORAGE EXTERNAL, SET (toast_tuple_target = 8160);
--> statement-breakpoint
ALTER TABLE answer.drawn ALTER COLUMN sealed SET STORAGE EXTERNAL, SET (toast_tuple_target = 8160);
