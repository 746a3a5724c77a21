/** SQL of a campaign's own words. */
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { templates } from '../../db/delivery-schema.ts'
import { campaigns } from '../../db/schema.ts'
import type { MessageKind, Template } from './built-in-template.ts'

export type StoredTemplate = typeof templates.$inferSelect

/** What a message of the campaign is made of, without any person. */
export type TemplateCampaign = {
  id: string
  title: string
  status: typeof campaigns.$inferSelect.status
  closesAt: Date | null
  organizer: { name: string; phone: string; email: string }
  /** A few units, for samples. */
  units: string[]
}

export async function findTemplateCampaign(db: Db, code: string): Promise<TemplateCampaign | undefined> {
  const rows = await db
    .select({
      id: campaigns.id,
      title: campaigns.title,
      status: campaigns.status,
      closesAt: campaigns.closesAt,
      organizer: sql<TemplateCampaign['organizer']>`${campaigns.definition} -> 'organizer'`,
      units: sql<string[]>`jsonb_path_query_array(${campaigns.definition}, '$.blocks[0].units[0 to 1].name')`,
    })
    .from(campaigns)
    .where(eq(campaigns.code, code))
  return rows[0]
}

export function listTemplates(db: Db, campaignId: string): Promise<StoredTemplate[]> {
  return db.select().from(templates).where(eq(templates.campaignId, campaignId))
}

export async function upsertTemplate(
  tx: Tx,
  {
    campaignId,
    kind,
    subject,
    body,
    by,
    now,
  }: Template & { campaignId: string; kind: MessageKind; by: string; now: Date },
): Promise<void> {
  const words = { subject, body, updatedBy: by, updatedAt: now }
  await tx
    .insert(templates)
    .values({ campaignId, kind, ...words })
    .onConflictDoUpdate({ target: [templates.campaignId, templates.kind], set: words })
}

/** False when there were only the built-in words. */
export async function deleteTemplate(tx: Tx, campaignId: string, kind: MessageKind): Promise<boolean> {
  const rows = await tx
    .delete(templates)
    .where(and(eq(templates.campaignId, campaignId), eq(templates.kind, kind)))
    .returning({ kind: templates.kind })
  return rows.length > 0
}
