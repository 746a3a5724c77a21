/** SQL that changes something by hand: marks, a new link, a corrected address. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { newId } from '../../secrets.ts'
import type { ContactView, Handed, How } from './schemas.ts'

/** Marks those of `people` who belong to the campaign; returns their ids. */
export async function insertHandMarks(
  tx: Tx,
  mark: { campaignId: string; people: string[]; how: How; by: string },
): Promise<string[]> {
  const ids = mark.people.map(() => newId())
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO identity.hand_deliveries (id, campaign_id, respondent_id, how, by)
    SELECT m.id, ${mark.campaignId}, r.id, ${mark.how}, ${mark.by}
    FROM unnest(${sql.param(ids)}::text[], ${sql.param(mark.people)}::text[]) AS m (id, person)
    JOIN identity.respondents r ON r.id = m.person AND r.campaign_id = ${mark.campaignId}
    RETURNING respondent_id AS id`)
  return rows.map(({ id }) => id)
}

type Holder = { campaign: { id: string; code: string }; person: string }

/** A link handed over before it was replaced is no mark any more. */
const newestMark = ({ campaign, person }: Holder) => sql`
  SELECT h.* FROM identity.hand_deliveries h
  WHERE h.campaign_id = ${campaign.id} AND h.respondent_id = ${person} AND h.at >= coalesce((
    SELECT max(at) FROM staff.audit
    WHERE campaign = ${campaign.code} AND action = 'link.reissue' AND details ->> 'person' = ${person}), '-infinity')
  ORDER BY h.at DESC, h.id LIMIT 1`

/** Takes back the newest mark; false when there was none. */
export async function deleteHandMark(tx: Tx, holder: Holder): Promise<boolean> {
  const rows = await tx.execute(sql`
    DELETE FROM identity.hand_deliveries WHERE id = (SELECT id FROM (${newestMark(holder)}) newest) RETURNING 1`)
  return rows.length > 0
}

export async function findHandMark(tx: Tx, holder: Holder): Promise<Handed | null> {
  const rows = await tx.execute<Handed>(newestMark(holder))
  const [mark] = rows
  return mark ? { how: mark.how, by: mark.by, at: new Date(mark.at).toISOString() } : null
}

/** The person's present issue, held until the transaction ends: one re-issue after the other. */
export async function lockLinkIssue(tx: Tx, campaignId: string, person: string): Promise<number | undefined> {
  const rows = await tx.execute<{ issue: number }>(sql`
    SELECT link_issue AS issue FROM identity.respondents
    WHERE id = ${person} AND campaign_id = ${campaignId} FOR UPDATE`)
  return rows[0]?.issue
}

/**
 * Writes the person's unanswered invitations anew, unchanged: a credential that is being issued to the old link at this
 * moment either comes first, and the invitation is no longer among these, or finds another row version and gives up
 * (credential/queries.ts claimInvitation). Returns how many there are.
 */
export async function touchUnanswered(tx: Tx, person: string): Promise<number> {
  const rows = await tx.execute(sql`
    UPDATE identity.invitations SET started_on = started_on
    WHERE respondent_id = ${person} AND answered_on IS NULL RETURNING 1`)
  return rows.length
}

export async function updateLink(tx: Tx, person: string, { issue, hash }: { issue: number; hash: Buffer }) {
  await tx.execute(sql`
    UPDATE identity.respondents SET link_issue = ${issue}, link_hash = decode(${hash.toString('hex')}, 'hex')
    WHERE id = ${person}`)
}

/** A field that is undefined stays; one that is given loses its failure. */
export async function updateContact(
  tx: Tx,
  campaignId: string,
  person: string,
  { email, phone }: { email?: string | null | undefined; phone?: string | null | undefined },
): Promise<ContactView | undefined> {
  const [setsEmail, setsPhone] = [email !== undefined, phone !== undefined]
  const rows = await tx.execute<ContactView>(sql`
    UPDATE identity.respondents SET
      email = CASE WHEN ${setsEmail}::boolean THEN ${email ?? null} ELSE email END,
      phone = CASE WHEN ${setsPhone}::boolean THEN ${phone ?? null} ELSE phone END,
      email_failure = CASE WHEN ${setsEmail}::boolean THEN NULL ELSE email_failure END,
      phone_failure = CASE WHEN ${setsPhone}::boolean THEN NULL ELSE phone_failure END
    WHERE id = ${person} AND campaign_id = ${campaignId}
    RETURNING email, phone, email_failure AS "emailFailure", phone_failure AS "phoneFailure"`)
  return rows[0]
}
