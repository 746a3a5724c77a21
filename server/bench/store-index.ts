/** Five years of a campaign with an index, put into the database as surveys, imports and finalizing leave them. */
import postgres from 'postgres'
import { definitionHash } from '../campaigns/definition-hash.ts'
import type { Officer } from '../demo/officer.ts'
import type { SeededRandom } from '../demo/seeded-random.ts'
import { newId } from '../secrets.ts'
import { LEVEL_VALUES } from './definition.ts'
import { APPRAISED_LEAVES, INDEX_DEFINITION } from './index-definition.ts'

const YEARS = [2021, 2022, 2023, 2024, 2025]
const RATERS = 50

/** All but the last year are made final over the officer's own call. Returns the campaigns' codes, the open one last. */
export async function storeIndexYears(databaseUrl: string, officer: Officer, random: SeededRandom): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  // For the counts, which the database draws.
  await sql`SELECT setseed(${random.next()})`
  const codes: string[] = []
  for (const year of YEARS) {
    const code = `chi-so-${year}`
    const last = year === YEARS.at(-1)
    await storeYear(sql, { code, year, status: last ? 'open' : 'closed', before: codes.at(-1) }, random)
    if (!last) await officer.post(`/api/campaigns/${code}/finalize`)
    codes.push(code)
  }
  await sql`ANALYZE`
  await sql.end()
  return codes
}

type Year = { code: string; year: number; status: 'open' | 'closed'; before: string | undefined }

async function storeYear(sql: postgres.Sql, { code, year, status, before }: Year, random: SeededRandom): Promise<void> {
  const id = newId()
  const definition = { ...INDEX_DEFINITION, year }
  const [block] = definition.blocks
  const units = block!.units.map((unit) => unit.code)
  const groups = block!.groups.map((group) => group.code)
  await sql`
    INSERT INTO campaign.campaigns (id, code, title, status, definition, definition_hash, minimum_cell, sending_hours, opens_at)
    VALUES (${id}, ${code}, ${`Chỉ số năm ${year}`}, ${status}, ${sql.json(definition as never)}, ${definitionHash(definition)}, 5, '"any"', now())`
  await sql`
    INSERT INTO campaign.strata (id, campaign_id, block, unit, group_code, groups, questionnaire, invited, public_key)
    SELECT ${id} || u || g, ${id}, 'khoi', u, g, ARRAY[g], 'phieu', ${RATERS}, ''
    FROM unnest(${units}::text[]) u, unnest(${groups}::text[]) g`
  await sql`
    INSERT INTO identity.respondents (id, campaign_id, full_name, link_hash)
    SELECT ${id} || n, ${id}, 'Người đo', (${id} || n)::bytea FROM generate_series(1, ${RATERS * units.length * groups.length}) n`
  await sql`
    INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code, stratum_id, answered_on)
    SELECT ${id} || n, ${id}, ${id} || n, 'khoi', u, g, ${id} || u || g, CASE WHEN n % 5 > 0 THEN date '2025-11-01' END
    FROM (SELECT u, g, row_number() OVER () AS n FROM unnest(${units}::text[]) u, unnest(${groups}::text[]) g, generate_series(1, ${RATERS})) x`
  await sql`
    INSERT INTO answer.tally (campaign_id, unit, cell, question, level, count)
    SELECT ${id}, u, '*', c ->> 'question', l, 5 + (random() * 20)::int
    FROM unnest(${units}::text[]) u, jsonb_array_elements(${sql.json(block!.criteria as never)}) c, unnest(${LEVEL_VALUES}::text[]) l
    WHERE c ? 'question'`
  await sql`INSERT INTO answer.unit_counts (campaign_id, unit, counted) SELECT ${id}, u, 80 FROM unnest(${units}::text[]) u`
  await sql`INSERT INTO answer.revisions (campaign_id, revision) VALUES (${id}, 3)`
  const points = (leaves: string[], most: number) =>
    Object.fromEntries(
      units.map((unit) => [unit, Object.fromEntries(leaves.map((leaf) => [leaf, decimal(most, random)]))]),
    )
  for (const [kind, source, table] of [
    ['self', '', points(APPRAISED_LEAVES, 50)],
    ['appraised', '', points(APPRAISED_LEAVES, 50)],
    ['imported', 'nguoi-dan', points(['ND'], 1000)],
  ] as const)
    await sql`
      INSERT INTO results.point_sets (id, campaign_id, kind, source, version, points, digest, origin, reason, actor)
      VALUES (${newId()}, ${id}, ${kind}, ${source}, 1, ${sql.json(table as never)}, ${newId()}, 'api', 'đo', 'đo')`
  if (before !== undefined)
    await sql`
      INSERT INTO results.past_results (id, campaign_id, version, document, digest, origin, reason, actor)
      SELECT ${newId()}, ${id}, 1, jsonb_build_object('year', ${year - 1}::int, 'blocks', jsonb_build_array(
        jsonb_build_object('code', 'khoi', 'moves', NULL, 'units', (
          SELECT jsonb_agg(jsonb_build_object('code', u -> 'code', 'name', u -> 'name', 'points', u -> 'points', 'rank', u -> 'rank', 'class', u -> 'class'))
          FROM jsonb_array_elements(f.document::jsonb -> 'blocks' -> 0 -> 'units') u)))), ${newId()}, 'campaign', 'đo', 'đo'
      FROM results.frozen_indexes f JOIN campaign.campaigns c ON c.id = f.campaign_id WHERE c.code = ${before}`
}

/** "0.37": whole hundredths up to `most`. */
function decimal(most: number, random: SeededRandom): string {
  return String(random.below(most + 1) / 100)
}
