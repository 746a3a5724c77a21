CREATE SCHEMA "answer";
--> statement-breakpoint
CREATE SCHEMA "campaign";
--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "staff";
--> statement-breakpoint
CREATE TABLE "staff"."accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"unit" text,
	"sealed_totp_secret" "bytea",
	"totp_confirmed" boolean DEFAULT false NOT NULL,
	"totp_last_step" bigint,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff"."audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"campaign" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer"."box" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" text NOT NULL,
	"unit" text NOT NULL,
	"stratum_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "box_campaign_id_unit_id_pk" PRIMARY KEY("campaign_id","unit","id")
);
--> statement-breakpoint
CREATE TABLE "campaign"."campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"definition" jsonb NOT NULL,
	"definition_hash" text NOT NULL,
	"definition_slug" text GENERATED ALWAYS AS (definition ->> 'slug') STORED,
	"definition_title" text GENERATED ALWAYS AS (definition ->> 'title') STORED,
	"notice_version" text GENERATED ALWAYS AS (definition -> 'notice' ->> 'version') STORED,
	"minimum_cell" integer NOT NULL,
	"sending_hours" jsonb NOT NULL,
	"opening" jsonb,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"finalized_at" timestamp with time zone,
	"scrubbed_at" timestamp with time zone,
	CONSTRAINT "campaigns_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "staff"."clients" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"respondent_id" text NOT NULL,
	"channel" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"provider_id" text,
	"failure" text,
	CONSTRAINT "deliveries_once" UNIQUE("wave_id","respondent_id","channel")
);
--> statement-breakpoint
CREATE TABLE "answer"."drawn" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" text NOT NULL,
	"unit" text NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff"."installation" (
	"id" integer PRIMARY KEY NOT NULL,
	"secret_key_check" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"respondent_id" text NOT NULL,
	"block" text NOT NULL,
	"unit" text NOT NULL,
	"group_code" text NOT NULL,
	"stratum_id" text,
	"blinded_hash" "bytea",
	"consent_version" text,
	"answered_on" date,
	CONSTRAINT "invitations_once" UNIQUE("respondent_id","unit")
);
--> statement-breakpoint
CREATE TABLE "identity"."outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"delivery_id" text NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text,
	"link" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_delivery_id_unique" UNIQUE("delivery_id")
);
--> statement-breakpoint
CREATE TABLE "answer"."receipts" (
	"message_hash" "bytea" NOT NULL,
	"campaign_id" text NOT NULL,
	"stratum_id" text NOT NULL,
	"fingerprint" "bytea" NOT NULL,
	CONSTRAINT "receipts_campaign_id_message_hash_pk" PRIMARY KEY("campaign_id","message_hash")
);
--> statement-breakpoint
CREATE TABLE "identity"."respondents" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"full_name" text NOT NULL,
	"email" text,
	"phone" text,
	"position" text,
	"external_code" text,
	"link_hash" "bytea" NOT NULL,
	"opted_out_at" timestamp with time zone,
	CONSTRAINT "respondents_link_hash_unique" UNIQUE("link_hash")
);
--> statement-breakpoint
CREATE TABLE "answer"."responses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" text NOT NULL,
	"unit" text NOT NULL,
	"groups" text[] NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer"."revisions" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff"."sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer"."snapshots" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"digest" text NOT NULL,
	"created_on" date DEFAULT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign"."strata" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"block" text NOT NULL,
	"unit" text NOT NULL,
	"group_code" text NOT NULL,
	"groups" text[] NOT NULL,
	"questionnaire" text NOT NULL,
	"invited" integer NOT NULL,
	"public_key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."stratum_keys" (
	"stratum_id" text PRIMARY KEY NOT NULL,
	"sealed_private_key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer"."tally" (
	"campaign_id" text NOT NULL,
	"unit" text NOT NULL,
	"cell" text NOT NULL,
	"question" text NOT NULL,
	"level" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "tally_campaign_id_unit_cell_question_level_pk" PRIMARY KEY("campaign_id","unit","cell","question","level")
);
--> statement-breakpoint
CREATE TABLE "answer"."unit_counts" (
	"campaign_id" text NOT NULL,
	"unit" text NOT NULL,
	"counted" integer DEFAULT 0 NOT NULL,
	"withheld" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "unit_counts_campaign_id_unit_pk" PRIMARY KEY("campaign_id","unit")
);
--> statement-breakpoint
CREATE TABLE "identity"."waves" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"channels" text[] NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "waves_number" UNIQUE("campaign_id","number")
);
--> statement-breakpoint
CREATE TABLE "staff"."webhook_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"webhook_id" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff"."webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"sealed_secret" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."zalo_tokens" (
	"app_id" text PRIMARY KEY NOT NULL,
	"sealed_pair" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"generation" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."deliveries" ADD CONSTRAINT "deliveries_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "identity"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."deliveries" ADD CONSTRAINT "deliveries_respondent_id_respondents_id_fk" FOREIGN KEY ("respondent_id") REFERENCES "identity"."respondents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."invitations" ADD CONSTRAINT "invitations_respondent_id_respondents_id_fk" FOREIGN KEY ("respondent_id") REFERENCES "identity"."respondents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."respondents" ADD CONSTRAINT "respondents_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff"."sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "staff"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign"."strata" ADD CONSTRAINT "strata_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."stratum_keys" ADD CONSTRAINT "stratum_keys_stratum_id_strata_id_fk" FOREIGN KEY ("stratum_id") REFERENCES "campaign"."strata"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."waves" ADD CONSTRAINT "waves_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff"."webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "staff"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "identity"."deliveries" USING btree ("due_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "deliveries_campaign" ON "identity"."deliveries" USING btree ("campaign_id","channel","state");--> statement-breakpoint
CREATE INDEX "deliveries_provider" ON "identity"."deliveries" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "drawn_unit" ON "answer"."drawn" USING btree ("campaign_id","unit");--> statement-breakpoint
CREATE INDEX "invitations_campaign" ON "identity"."invitations" USING btree ("campaign_id","unit","group_code");--> statement-breakpoint
CREATE INDEX "respondents_campaign" ON "identity"."respondents" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "responses_unit" ON "answer"."responses" USING btree ("campaign_id","unit");--> statement-breakpoint
CREATE INDEX "strata_campaign" ON "campaign"."strata" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "staff"."webhook_deliveries" USING btree ("due_at") WHERE state = 'queued';