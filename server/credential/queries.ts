/** SQL of links, credentials and the private keys: the identity side's half of an answer. */
import { eq, inArray, sql } from 'drizzle-orm'
import type { Definition } from '../campaigns/definition.ts'
import type { Campaign } from '../campaigns/queries.ts'
import type { Db, Tx } from '../db/client.ts'
import { campaigns, strata, stratumKeys } from '../db/schema.ts'

export type LinkRow = {
  campaignId: string
  code: string
  title: string
  status: Campaign['status']
  closesAt: Date | null
  invitationId: string
  block: string
  unit: string
  group: string
  stratumId: string | null
  questionnaire: string | null
  publicKey: Buffer | null
  answered: boolean
}

/** The invitations behind a link, each with its campaign; empty for an unknown link. */
export async function listLinkInvitations(db: Db, linkHash: Buffer): Promise<LinkRow[]> {
  const rows = await db.$client<(Omit<LinkRow, 'closesAt'> & { closesAt: string | null })[]>`
    SELECT r.campaign_id AS "campaignId", c.code, c.title, c.status, c.closes_at AS "closesAt",
           i.id AS "invitationId", i.block, i.unit, i.group_code AS "group",
           i.stratum_id AS "stratumId", s.questionnaire, s.public_key AS "publicKey", i.answered_on IS NOT NULL AS answered
    FROM identity.respondents r
    JOIN campaign.campaigns c ON c.id = r.campaign_id
    JOIN identity.invitations i ON i.respondent_id = r.id
    LEFT JOIN campaign.strata s ON s.id = i.stratum_id
    WHERE r.link_hash = ${linkHash}
    LIMIT 200`
  // drizzle leaves dates of its client as text.
  return rows.map((row) => ({ ...row, closesAt: row.closesAt === null ? null : new Date(row.closesAt) }))
}

/** `first`: the invitation was not spent before. */
export type Claimed = { stratumId: string; campaignId: string; first: boolean; sealedKey: Buffer }

/**
 * Notes the day on which "Bắt đầu" was first pressed, while answers are taken; after close the row must stay as close
 * wrote it. Returns whether the link has the invitation.
 */
export async function markStarted(
  db: Db,
  { linkHash, invitation, day }: { linkHash: Buffer; invitation: string; day: string },
): Promise<'known' | 'invitation-unknown' | 'link-unknown'> {
  const rows = await db.$client<{ known: boolean }[]>`
    WITH behind AS (
      SELECT i.id, c.status IN ('open', 'paused') AS running
      FROM identity.respondents r JOIN campaign.campaigns c ON c.id = r.campaign_id
      LEFT JOIN identity.invitations i ON i.respondent_id = r.id AND i.id = ${invitation}
      WHERE r.link_hash = ${linkHash}
    ), marked AS (
      UPDATE identity.invitations i SET started_on = ${day}::date
      FROM behind WHERE i.id = behind.id AND behind.running AND i.started_on IS NULL AND i.answered_on IS NULL
    )
    SELECT id IS NOT NULL AS known FROM behind`
  const [row] = rows
  return row ? (row.known ? 'known' : 'invitation-unknown') : 'link-unknown'
}

/**
 * Spends an invitation, once: marks it answered with the hash of the one blinded message that may be signed for it.
 * Returns its stratum and the key to sign with, also when the same message comes again: read in the same statement, so
 * that a close just after it cannot leave somebody answered and without a signature. Undefined when anything forbids it (see `findClaim`).
 * A blinded message must be a number below the modulus, or it could not be signed and the invitation would be lost: in
 * the SPKI of a 2048-bit key the modulus is the 256 bytes from the 34th on, and bytea compares like the numbers.
 *
 * The message that was signed is answered again whichever link asks: only the device that made it can use the answer, and
 * its link may have been replaced while the answer was lost on the way. A first claim needs the link as it is now. The
 * row's version says so: a re-issue writes the unanswered invitations anew (delivery/by-hand), so a claim that read the
 * link before and gets to the row after finds another version and gives up. So does one that meets `markStarted`, which
 * writes a row once: asking a second time is enough to tell.
 */
export async function claimInvitation(
  db: Db,
  claim: {
    linkHash: Buffer
    invitation: string
    blinded: Buffer
    blindedHash: Buffer
    consentVersion: string
    day: string
  },
): Promise<Claimed | undefined> {
  const rows = await db.$client<Claimed[]>`
    UPDATE identity.invitations i
    SET blinded_hash = ${claim.blindedHash}, consent_version = ${claim.consentVersion},
        answered_on = coalesce(i.answered_on, ${claim.day}::date)
    FROM identity.respondents r, campaign.campaigns c, campaign.strata s, identity.stratum_keys k,
         identity.invitations before
    WHERE i.id = ${claim.invitation} AND before.id = i.id
      AND r.id = i.respondent_id
      AND c.id = i.campaign_id AND c.status = 'open' AND (c.closes_at IS NULL OR c.closes_at > now())
      AND c.notice_version = ${claim.consentVersion}
      AND k.stratum_id = i.stratum_id AND s.id = i.stratum_id AND ${claim.blinded} < substring(s.public_key FROM 34 FOR 256)
      AND (i.blinded_hash = ${claim.blindedHash}
           OR (i.blinded_hash IS NULL AND i.xmin = before.xmin AND r.link_hash = ${claim.linkHash}))
    RETURNING i.stratum_id AS "stratumId", i.campaign_id AS "campaignId", before.blinded_hash IS NULL AS first,
              k.sealed_private_key AS "sealedKey"`
  return rows[0]
}

/** Why a claim found nothing: the state behind the link and invitation; `over` by the clock that the claim went by. */
export async function findClaim(
  db: Db,
  { linkHash, invitation, blindedHash }: { linkHash: Buffer; invitation: string; blindedHash: Buffer },
) {
  const rows = await db.$client<
    {
      status: string
      over: boolean
      version: string
      blindedHash: Buffer | null
      invitationId: string | null
    }[]
  >`
    SELECT c.status, c.closes_at IS NOT NULL AND c.closes_at <= now() AS over, c.notice_version AS version,
           i.blinded_hash AS "blindedHash", i.id AS "invitationId"
    FROM identity.respondents r
    JOIN campaign.campaigns c ON c.id = r.campaign_id
    LEFT JOIN identity.invitations i ON i.respondent_id = r.id AND i.id = ${invitation}
    WHERE r.link_hash = ${linkHash} OR r.id = (
      SELECT respondent_id FROM identity.invitations WHERE id = ${invitation} AND blinded_hash = ${blindedHash})`
  return rows[0]
}

export async function insertStrataWithKeys(
  tx: Tx,
  rows: (typeof strata.$inferInsert & { sealedPrivateKey: Buffer })[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    const part = rows.slice(from, from + 500)
    await tx.insert(strata).values(part.map(({ sealedPrivateKey: _, ...stratum }) => stratum))
    await tx.insert(stratumKeys).values(part.map(({ id, sealedPrivateKey }) => ({ stratumId: id, sealedPrivateKey })))
  }
}

/** Destroys a campaign's private keys. Nobody can sign for its strata afterwards. */
export async function deleteKeys(tx: Tx, campaignId: string): Promise<void> {
  const ids = tx.select({ id: strata.id }).from(strata).where(eq(strata.campaignId, campaignId))
  await tx.delete(stratumKeys).where(inArray(stratumKeys.stratumId, ids))
}

/**
 * Writes every invitation of a campaign anew, in random order and without the blinded messages' hashes, so that neither
 * row order nor row versions tell in which order people answered. Nothing refers to an invitation's row.
 */
export async function rewriteInvitations(tx: Tx, campaignId: string): Promise<void> {
  await tx.execute(sql`
    WITH old AS (DELETE FROM identity.invitations WHERE campaign_id = ${campaignId} RETURNING *)
    INSERT INTO identity.invitations
      (id, campaign_id, respondent_id, block, unit, group_code, stratum_id, blinded_hash, consent_version,
       started_on, answered_on)
    SELECT id, campaign_id, respondent_id, block, unit, group_code, stratum_id, NULL, consent_version, started_on, answered_on
    FROM old ORDER BY random()`)
}

/** The definition alone: large and unchanging once open, so callers keep it. */
export async function findDefinition(db: Db, campaignId: string): Promise<Definition | undefined> {
  const rows = await db.select({ definition: campaigns.definition }).from(campaigns).where(eq(campaigns.id, campaignId))
  return rows[0]?.definition
}
