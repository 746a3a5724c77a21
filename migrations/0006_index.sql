CREATE SCHEMA "results";
--> statement-breakpoint
CREATE TABLE "results"."frozen_indexes" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"digest" text NOT NULL,
	"created_on" date DEFAULT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date NOT NULL,
	CONSTRAINT "frozen_indexes_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "results"."narratives" (
	"campaign_id" text NOT NULL,
	"field" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "narratives_campaign_id_field_version_pk" PRIMARY KEY("campaign_id","field","version")
);
--> statement-breakpoint
CREATE TABLE "results"."past_results" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "past_results_version" UNIQUE("campaign_id","version")
);
--> statement-breakpoint
CREATE TABLE "results"."point_sets" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"kind" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"version" integer NOT NULL,
	"points" jsonb NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "point_sets_version" UNIQUE("campaign_id","kind","source","round","version")
);
--> statement-breakpoint
CREATE TABLE "results"."publications" (
	"campaign_id" text NOT NULL,
	"version" integer NOT NULL,
	"choices" jsonb NOT NULL,
	"page" text,
	"digest" text NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publications_campaign_id_version_pk" PRIMARY KEY("campaign_id","version")
);
--> statement-breakpoint
ALTER TABLE "results"."frozen_indexes" ADD CONSTRAINT "frozen_indexes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results"."narratives" ADD CONSTRAINT "narratives_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results"."past_results" ADD CONSTRAINT "past_results_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results"."point_sets" ADD CONSTRAINT "point_sets_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results"."publications" ADD CONSTRAINT "publications_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;