CREATE TABLE "identity"."kept_counts" (
	"campaign_id" text NOT NULL,
	"kind" text NOT NULL,
	"part" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "kept_counts_campaign_id_kind_part_pk" PRIMARY KEY("campaign_id","kind","part")
);
--> statement-breakpoint
CREATE TABLE "identity"."kept_participation" (
	"campaign_id" text NOT NULL,
	"block" text NOT NULL,
	"unit" text NOT NULL,
	"group_code" text NOT NULL,
	"stratum_id" text NOT NULL,
	"invited" integer NOT NULL,
	"answered" integer NOT NULL,
	CONSTRAINT "kept_participation_campaign_id_unit_group_code_stratum_id_pk" PRIMARY KEY("campaign_id","unit","group_code","stratum_id")
);
--> statement-breakpoint
ALTER TABLE "identity"."kept_counts" ADD CONSTRAINT "kept_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."kept_participation" ADD CONSTRAINT "kept_participation_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "campaign"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Who was purged is counted where it was: no figure of a campaign changes when its names go (server/privacy/).
CREATE OR REPLACE VIEW campaign.participation AS
SELECT campaign_id, block, unit, group_code, stratum_id,
       count(*)::integer AS invited, count(answered_on)::integer AS answered
FROM identity.invitations
GROUP BY campaign_id, block, unit, group_code, stratum_id
UNION ALL
SELECT campaign_id, block, unit, group_code, nullif(stratum_id, ''), invited, answered
FROM identity.kept_participation;
