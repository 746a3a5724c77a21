-- The answer side makes the index of what was brought in, and writes none of it.
GRANT USAGE ON SCHEMA results TO phieu_answer;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA results TO phieu_answer;
--> statement-breakpoint
-- What was brought in, written, frozen or published only grows: a correction is a new version.
CREATE FUNCTION results.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'results.% is append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON results.point_sets
FOR EACH STATEMENT EXECUTE FUNCTION results.refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON results.past_results
FOR EACH STATEMENT EXECUTE FUNCTION results.refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON results.narratives
FOR EACH STATEMENT EXECUTE FUNCTION results.refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON results.frozen_indexes
FOR EACH STATEMENT EXECUTE FUNCTION results.refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON results.publications
FOR EACH STATEMENT EXECUTE FUNCTION results.refuse_change();
--> statement-breakpoint
-- A final result stays readable at its digest.
CREATE INDEX snapshots_digest ON answer.snapshots (digest);
