/** SQL of arriving responses. Runs as role phieu_answer; the hot path is hand-written (DESIGN "The hot path"). */
import { asc, eq } from 'drizzle-orm'
import type { Definition } from '../campaigns/definition.ts'
import { receipts } from '../db/answer-schema.ts'
import type { Db } from '../db/client.ts'
import { campaigns, strata } from '../db/schema.ts'

/** A response ready to be stored: its receipt row and its sealed place in the box. */
export type Arrival = {
  campaignId: string
  stratumId: string
  unit: string
  messageHash: Buffer
  fingerprint: Buffer
  sealed: Buffer
}

/**
 * Stores arrivals of any campaigns that are open, in one durable statement: receipt and box together or neither. The
 * share lock on the campaign keeps close waiting until the batch is in, and a later batch out. The closing time stops
 * credentials only: whoever got one in time may be late with the answers (no network), until the campaign is closed. Returns, for each message
 * now stored by this call, its hash; the others met a closed campaign or a message already used. `arrivals` hold each
 * message once. Receipts go in by hash, which is as good as random and keeps two processes with the same messages from
 * waiting for each other in a circle.
 */
export async function insertArrivals(db: Db, arrivals: Arrival[]): Promise<Buffer[]> {
  // One text a column: postgres.js escapes arrays item by item, and bytea as hex. No value holds a comma (codes, ids, base64).
  const column = (of: (arrival: Arrival) => string) => arrivals.map(of).join()
  const rows = await db.$client<{ messageHash: Buffer }[]>`
    WITH open AS (
      SELECT id FROM campaign.campaigns
      WHERE id = ANY(${[...new Set(arrivals.map((a) => a.campaignId))]}::text[]) AND status = 'open'
      FOR SHARE
    ), arrived AS (
      SELECT a.campaign_id, a.stratum_id, a.unit, decode(a.message_hash, 'base64') AS message_hash,
             decode(a.fingerprint, 'base64') AS fingerprint, decode(a.sealed, 'base64') AS sealed
      FROM unnest(
        string_to_array(${column((a) => a.campaignId)}, ','), string_to_array(${column((a) => a.stratumId)}, ','),
        string_to_array(${column((a) => a.unit)}, ','), string_to_array(${column((a) => a.messageHash.toString('base64'))}, ','),
        string_to_array(${column((a) => a.fingerprint.toString('base64'))}, ','),
        string_to_array(${column((a) => a.sealed.toString('base64'))}, ',')
      ) AS a (campaign_id, stratum_id, unit, message_hash, fingerprint, sealed)
      JOIN open ON open.id = a.campaign_id
    ), fresh AS (
      INSERT INTO answer.receipts (message_hash, campaign_id, stratum_id, fingerprint)
      SELECT message_hash, campaign_id, stratum_id, fingerprint FROM arrived ORDER BY message_hash
      ON CONFLICT (campaign_id, message_hash) DO NOTHING
      RETURNING message_hash
    ), boxed AS (
      INSERT INTO answer.box (campaign_id, unit, stratum_id, sealed)
      SELECT campaign_id, unit, stratum_id, sealed FROM arrived
      -- IS TRUE keeps the planner from a nested loop, which compares every arrival with every other.
      WHERE (message_hash IN (SELECT message_hash FROM fresh)) IS TRUE ORDER BY random()
    )
    SELECT message_hash AS "messageHash" FROM fresh`
  return rows.map((row) => row.messageHash)
}

/** The campaign's state and the receipt of a message, if it was used. */
export async function findReceipt(db: Db, campaignId: string, messageHash: Buffer) {
  const rows = await db.$client<{ status: string; fingerprint: Buffer | null }[]>`
    SELECT c.status, r.fingerprint
    FROM campaign.campaigns c LEFT JOIN answer.receipts r ON r.campaign_id = c.id AND r.message_hash = ${messageHash}
    WHERE c.id = ${campaignId}`
  return rows[0]
}

export type StratumRow = {
  campaignId: string
  unit: string
  block: string
  questionnaire: string
  publicKey: Buffer
}

export async function findStratum(db: Db, stratumId: string): Promise<StratumRow | undefined> {
  const rows = await db.select().from(strata).where(eq(strata.id, stratumId))
  return rows[0]
}

export async function findOpenedDefinition(db: Db, campaignId: string): Promise<Definition | undefined> {
  const rows = await db.select({ definition: campaigns.definition }).from(campaigns).where(eq(campaigns.id, campaignId))
  return rows[0]?.definition
}

export async function findCampaignByCode(db: Db, code: string) {
  const rows = await db
    .select({ id: campaigns.id, status: campaigns.status })
    .from(campaigns)
    .where(eq(campaigns.code, code))
  return rows[0]
}

export async function listMessageHashes(db: Db, campaignId: string): Promise<Buffer[]> {
  const rows = await db
    .select({ hash: receipts.messageHash })
    .from(receipts)
    .where(eq(receipts.campaignId, campaignId))
    .orderBy(asc(receipts.messageHash))
  return rows.map((row) => row.hash)
}
