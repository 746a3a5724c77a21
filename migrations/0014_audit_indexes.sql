CREATE INDEX "audit_at" ON "staff"."audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_campaign" ON "staff"."audit" USING btree ("campaign","action");