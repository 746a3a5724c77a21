DROP INDEX "identity"."deliveries_due";--> statement-breakpoint
CREATE INDEX "deliveries_claimed" ON "identity"."deliveries" USING btree ("claimed_at") WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "identity"."deliveries" USING btree ("campaign_id","channel","due_at") WHERE state = 'queued';