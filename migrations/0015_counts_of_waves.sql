DROP INDEX "identity"."deliveries_campaign";--> statement-breakpoint
CREATE INDEX "deliveries_counts" ON "identity"."deliveries" USING btree ("campaign_id","channel","state","wave_id");