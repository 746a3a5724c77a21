/** SQL of the roster: respondents and what they are invited to rate. Bulk writes are one unnest per part. */
import { eq, sql } from 'drizzle-orm'
import type { Definition } from '../campaigns/definition.ts'
import type { Db, Tx } from '../db/client.ts'
import { campaigns } from '../db/schema.ts'

/** Rows a statement: few round trips, and no parameter beyond a few megabytes. */
const PART = 2_000

export type RosterCampaign = {
  id: string
  code: string
  status: string
  minimumCell: number
  definition: Definition
  /** Of the definition; rises with each saved edit. */
  definitionVersion: number
}

/** `lock` keeps opening, closing and other imports waiting until this transaction ends. */
export async function findRosterCampaign(
  db: Db | Tx,
  code: string,
  { lock = false } = {},
): Promise<RosterCampaign | undefined> {
  const { id, status, minimumCell, definition, definitionVersion } = campaigns
  const query = db
    .select({ id, code: campaigns.code, status, minimumCell, definition, definitionVersion })
    .from(campaigns)
    .where(eq(campaigns.code, code))
  return (lock ? await query.for('update') : await query)[0]
}

export type KnownRespondent = {
  id: string
  name: string
  email: string | null
  phone: string | null
  position: string | null
  externalCode: string | null
}

/** `optedOut`: wants no message. */
export async function listRespondents(
  db: Db | Tx,
  campaignId: string,
): Promise<(KnownRespondent & { optedOut: boolean })[]> {
  return db.execute<KnownRespondent & { optedOut: boolean }>(sql`
    SELECT id, full_name AS name, email, phone, "position", external_code AS "externalCode",
      opted_out_at IS NOT NULL AS "optedOut"
    FROM identity.respondents WHERE campaign_id = ${campaignId}`)
}

export type KnownInvitation = { id: string; respondentId: string; block: string; unit: string; group: string }

export async function listInvitations(db: Db | Tx, campaignId: string): Promise<KnownInvitation[]> {
  return db.execute<KnownInvitation>(sql`
    SELECT id, respondent_id AS "respondentId", block, unit, group_code AS "group"
    FROM identity.invitations WHERE campaign_id = ${campaignId}`)
}

export async function listInvitationsOf(tx: Tx, campaignId: string, personId: string): Promise<KnownInvitation[]> {
  return tx.execute<KnownInvitation>(sql`
    SELECT id, respondent_id AS "respondentId", block, unit, group_code AS "group"
    FROM identity.invitations WHERE campaign_id = ${campaignId} AND respondent_id = ${personId}`)
}

export async function insertRespondents(
  tx: Tx,
  campaignId: string,
  rows: (KnownRespondent & { linkHash: Buffer })[],
): Promise<void> {
  for (const part of parts(rows)) {
    await tx.execute(sql`
      INSERT INTO identity.respondents
        (id, campaign_id, full_name, email, phone, "position", external_code, link_hash)
      SELECT id, ${campaignId}, name, email, phone, "position", external_code, decode(link_hash, 'hex')
      FROM unnest(${texts(part, 'id')}, ${texts(part, 'name')}, ${texts(part, 'email')}, ${texts(part, 'phone')},
                  ${texts(part, 'position')}, ${texts(part, 'externalCode')},
                  ${sql.param(part.map((row) => row.linkHash.toString('hex')))}::text[])
        AS t (id, name, email, phone, "position", external_code, link_hash)`)
  }
}

export async function updateRespondents(tx: Tx, campaignId: string, rows: KnownRespondent[]): Promise<void> {
  for (const part of parts(rows)) {
    await tx.execute(sql`
      UPDATE identity.respondents r
      SET full_name = t.name, email = t.email, phone = t.phone, "position" = t."position", external_code = t.external_code
      FROM unnest(${texts(part, 'id')}, ${texts(part, 'name')}, ${texts(part, 'email')}, ${texts(part, 'phone')},
                  ${texts(part, 'position')}, ${texts(part, 'externalCode')})
        AS t (id, name, email, phone, "position", external_code)
      WHERE r.id = t.id AND r.campaign_id = ${campaignId}`)
  }
}

export async function insertInvitations(tx: Tx, campaignId: string, rows: KnownInvitation[]): Promise<void> {
  for (const part of parts(rows)) {
    await tx.execute(sql`
      INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code)
      SELECT id, ${campaignId}, respondent_id, block, unit, group_code
      FROM unnest(${texts(part, 'id')}, ${texts(part, 'respondentId')}, ${texts(part, 'block')}, ${texts(part, 'unit')},
                  ${texts(part, 'group')}) AS t (id, respondent_id, block, unit, group_code)`)
  }
}

export async function updateInvitationGroups(
  tx: Tx,
  campaignId: string,
  rows: { id: string; group: string }[],
): Promise<void> {
  for (const part of parts(rows)) {
    await tx.execute(sql`
      UPDATE identity.invitations i SET group_code = t.group_code
      FROM unnest(${texts(part, 'id')}, ${texts(part, 'group')}) AS t (id, group_code)
      WHERE i.id = t.id AND i.campaign_id = ${campaignId}`)
  }
}

export type Cell = { block: string; unit: string; group: string; invited: number }

/** How many are invited in each unit and group, for opening. */
export async function countByCell(db: Db | Tx, campaignId: string): Promise<Cell[]> {
  return db.execute<Cell>(sql`
    SELECT block, unit, group_code AS "group", count(*)::integer AS invited
    FROM identity.invitations WHERE campaign_id = ${campaignId}
    GROUP BY block, unit, group_code ORDER BY block, unit, group_code`)
}

/** Gives every invitation of a unit and group its stratum, at opening; returns how many invitations got one. */
export async function assignStrata(
  tx: Tx,
  campaignId: string,
  mapping: { unit: string; group: string; stratumId: string }[],
): Promise<number> {
  let assigned = 0
  for (const part of parts(mapping)) {
    const result = await tx.execute(sql`
      UPDATE identity.invitations i SET stratum_id = t.stratum_id
      FROM unnest(${texts(part, 'unit')}, ${texts(part, 'group')}, ${texts(part, 'stratumId')})
        AS t (unit, group_code, stratum_id)
      WHERE i.campaign_id = ${campaignId} AND i.unit = t.unit AND i.group_code = t.group_code`)
    assigned += result.count
  }
  return assigned
}

/** One column of many rows as a text[] parameter. */
function texts<Row, Column extends keyof Row>(rows: Row[], column: Column) {
  return sql`${sql.param(rows.map((row) => row[column]))}::text[]`
}

function* parts<Row>(rows: Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += PART) yield rows.slice(from, from + PART)
}

/**
 * Tells the planner what an import has brought; until autovacuum comes round, it takes a list of 100,000 for one of a few and
 * sorts it whole for each page. Without the right to, PostgreSQL only warns.
 */
export async function analyzeRoster(tx: Tx): Promise<void> {
  await tx.execute(sql`ANALYZE identity.respondents, identity.invitations`)
}

/** Deletes people of a campaign and, with them, their invitations; other campaigns' ids delete nobody. Returns how many. */
export async function deleteRespondents(tx: Tx, campaignId: string, ids: string[]): Promise<number> {
  let deleted = 0
  for (const part of parts(ids.map((id) => ({ id })))) {
    const result = await tx.execute(sql`
      DELETE FROM identity.respondents WHERE campaign_id = ${campaignId} AND id = ANY (${texts(part, 'id')})`)
    deleted += result.count
  }
  return deleted
}

export async function deleteInvitations(tx: Tx, campaignId: string, ids: string[]): Promise<void> {
  for (const part of parts(ids.map((id) => ({ id })))) {
    await tx.execute(sql`
      DELETE FROM identity.invitations WHERE campaign_id = ${campaignId} AND id = ANY (${texts(part, 'id')})`)
  }
}

/**
 * Deletes a campaign's respondents and, with them, their invitations. Who took back their consent stays: the next file would
 * invite them again (withdrawn-people.ts). Returns how many respondents are gone.
 */
export async function deleteRoster(tx: Tx, campaignId: string): Promise<number> {
  const result = await tx.execute(sql`
    DELETE FROM identity.respondents
    WHERE campaign_id = ${campaignId} AND (opted_out_at IS NULL OR email IS NOT NULL OR phone IS NOT NULL)`)
  return result.count
}
