CREATE TABLE "identity"."bounces" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"delivery_id" text,
	"status" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."channels" (
	"channel" text PRIMARY KEY NOT NULL,
	"per_minute" integer DEFAULT 600,
	"per_day" integer,
	"parallel" integer DEFAULT 10 NOT NULL,
	"failure_limit" integer DEFAULT 50 NOT NULL,
	"paused_at" timestamp with time zone,
	"paused_by" text,
	"pause_reason" text,
	"resumed_at" timestamp with time zone,
	"held_until" timestamp with time zone,
	"held_for" text,
	"needs_person" text,
	"quota_daily" integer,
	"quota_remaining" integer,
	"quota_at" timestamp with time zone,
	"tokens" double precision DEFAULT 0 NOT NULL,
	"refilled_at" timestamp with time zone DEFAULT 'epoch' NOT NULL,
	"day" date,
	"day_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."delivery_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"delivery_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"actor" text
);
--> statement-breakpoint
CREATE TABLE "identity"."hand_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"respondent_id" text NOT NULL,
	"how" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."templates" (
	"campaign_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "templates_campaign_id_kind_pk" PRIMARY KEY("campaign_id","kind")
);
--> statement-breakpoint
ALTER TABLE "campaign"."campaigns" ADD COLUMN "days_off" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign"."campaigns" ADD COLUMN "max_messages" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."deliveries" ADD COLUMN "finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identity"."deliveries" ADD COLUMN "soft_bounces" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."deliveries" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identity"."deliveries" ADD COLUMN "settled_by" text;--> statement-breakpoint
ALTER TABLE "staff"."installation" ADD COLUMN "place" jsonb;--> statement-breakpoint
ALTER TABLE "staff"."installation" ADD COLUMN "beat_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff"."installation" ADD COLUMN "beat_lsn" text;--> statement-breakpoint
ALTER TABLE "staff"."installation" ADD COLUMN "hold_reason" text;--> statement-breakpoint
ALTER TABLE "staff"."installation" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identity"."invitations" ADD COLUMN "started_on" date;--> statement-breakpoint
ALTER TABLE "identity"."respondents" ADD COLUMN "link_issue" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."respondents" ADD COLUMN "email_failure" text;--> statement-breakpoint
ALTER TABLE "identity"."respondents" ADD COLUMN "phone_failure" text;--> statement-breakpoint
ALTER TABLE "identity"."waves" ADD COLUMN "channel_order" text DEFAULT 'together' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."waves" ADD COLUMN "audience" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."waves" ADD COLUMN "state" text DEFAULT 'running' NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."waves" ADD COLUMN "frozen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identity"."waves" ADD COLUMN "created_by" text;--> statement-breakpoint
ALTER TABLE "identity"."zalo_tokens" ADD COLUMN "refreshed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."bounces" ADD CONSTRAINT "bounces_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "identity"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."delivery_events" ADD CONSTRAINT "delivery_events_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "identity"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."hand_deliveries" ADD CONSTRAINT "hand_deliveries_respondent_id_respondents_id_fk" FOREIGN KEY ("respondent_id") REFERENCES "identity"."respondents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."templates" ADD CONSTRAINT "templates_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_events_delivery" ON "identity"."delivery_events" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "hand_deliveries_campaign" ON "identity"."hand_deliveries" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "hand_deliveries_respondent" ON "identity"."hand_deliveries" USING btree ("respondent_id");--> statement-breakpoint
CREATE INDEX "deliveries_respondent" ON "identity"."deliveries" USING btree ("respondent_id");--> statement-breakpoint
CREATE INDEX "deliveries_finished" ON "identity"."deliveries" USING btree ("channel","finished_at");