/** A large campaign under way, put into the database as rosters, waves and phones leave it: for calls that look at people. */
import postgres from 'postgres'
import type { Definition } from '../campaigns/definition.ts'
import { definitionHash } from '../campaigns/definition-hash.ts'
import { newId } from '../secrets.ts'
import { BENCH_DEFINITION, LEVEL_VALUES, QUESTIONS, UNITS } from './definition.ts'

export const LARGE = 'lon'
export const PEOPLE = 125_000
export const ANSWERS = 100_000
const GROUPS_A_UNIT = 10
export const STRATA = UNITS * GROUPS_A_UNIT

const [BLOCK] = BENCH_DEFINITION.blocks

export const LARGE_DEFINITION: Definition = {
  ...BENCH_DEFINITION,
  slug: 'bench-lon',
  blocks: [
    {
      ...BLOCK!,
      groups: Array.from({ length: GROUPS_A_UNIT }, (_, at) => ({
        code: `N${at + 1}`,
        name: `Nhóm số ${at + 1}`,
        questionnaire: 'phieu',
      })),
    },
  ],
}

const FAMILIES = ['Nguyễn', 'Trần', 'Lò', 'Hà', 'Quàng', 'Vì', 'Lường', 'Bùi', 'Đinh', 'Phạm']
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Hữu', 'Ngọc', 'Quốc']
const GIVEN = [
  'An',
  'Ánh',
  'Bình',
  'Dũng',
  'Đạt',
  'Giang',
  'Hà',
  'Hạnh',
  'Hùng',
  'Lan',
  'Long',
  'Mai',
  'Nga',
  'Oanh',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Thảo',
  'Tú',
  'Yến',
]

export type Large = { id: string; person: string; delivery: string; wave: string }

/** Two waves over both channels, 4 of 5 answered and counted. Returns the campaign's id, and the ids of a person and a message of theirs. */
export async function storeLargeCampaign(databaseUrl: string): Promise<Large> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  const id = newId()
  const units = BLOCK!.units.map(({ code }) => code)
  const groups = LARGE_DEFINITION.blocks[0]!.groups.map(({ code }) => code)
  await sql`
    INSERT INTO campaign.campaigns (id, code, title, status, definition, definition_hash, minimum_cell, sending_hours, opens_at, closes_at)
    VALUES (${id}, ${LARGE}, 'Đợt điều tra lớn', 'open', ${sql.json(LARGE_DEFINITION as never)}, ${definitionHash(LARGE_DEFINITION)}, 5, '"any"',
      now() - interval '20 days', now() + interval '10 days')`
  await sql`
    INSERT INTO campaign.definition_versions (campaign_id, version, definition, hash, actor)
    SELECT id, 1, definition, definition_hash, 'đo' FROM campaign.campaigns WHERE id = ${id} ON CONFLICT DO NOTHING`
  await sql`
    INSERT INTO campaign.strata (id, campaign_id, block, unit, group_code, groups, questionnaire, invited, public_key)
    SELECT ${id} || u || g, ${id}, 'khoi', u, g, ARRAY[g], 'phieu', ${PEOPLE / STRATA}, ''
    FROM unnest(${units}::text[]) u, unnest(${groups}::text[]) g`
  await sql`
    INSERT INTO identity.respondents (id, campaign_id, full_name, email, phone, link_hash)
    SELECT ${id} || n, ${id},
      (${FAMILIES}::text[])[1 + n % ${FAMILIES.length}] || ' ' || (${MIDDLES}::text[])[1 + n / 7 % ${MIDDLES.length}] || ' ' || (${GIVEN}::text[])[1 + n / 3 % ${GIVEN.length}],
      'nguoi' || n || '@bench.example', CASE WHEN n % 2 = 0 THEN '849' || lpad(n::text, 8, '0') END, sha256((${id} || n)::bytea)
    FROM generate_series(1, ${PEOPLE}) n`
  await sql`
    INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code, stratum_id, started_on, answered_on, consent_version)
    SELECT ${id} || n, ${id}, ${id} || n, 'khoi', u, g, ${id} || u || g,
      CASE WHEN n % 10 > 0 THEN current_date - n % 19 END, CASE WHEN n % 5 > 0 THEN current_date - n % 19 END, CASE WHEN n % 5 > 0 THEN '1' END
    FROM (SELECT n, (${units}::text[])[1 + n % ${units.length}] AS u, (${groups}::text[])[1 + n / ${units.length} % ${groups.length}] AS g
          FROM generate_series(1, ${PEOPLE}) n) x`
  for (const [number, kind, few] of [
    [1, 'invitation', 1],
    [2, 'reminder', 3],
  ] as const) {
    await sql`
      INSERT INTO identity.waves (id, campaign_id, number, kind, channels, starts_at, frozen_at)
      VALUES (${id + number}, ${id}, ${number}, ${kind}, '{email,zalo}', now() - interval '19 days' + ${number} * interval '5 days', now() - interval '10 days')`
    await sql`
      INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, state, attempts, due_at, sent_at, finished_at, failure, provider_id)
      SELECT ${id + number} || c || n, ${id}, ${id + number}, ${id} || n, c, s, 1, now() - interval '10 days', now() - interval '10 days', now() - interval '10 days',
        CASE WHEN s = 'failed' THEN CASE n % 3 WHEN 0 THEN 'smtp-550' WHEN 1 THEN 'bounce-5.1.1' ELSE 'zalo-118' END END, ${id + number} || c || n
      FROM (SELECT n, c, CASE WHEN n % 25 = 0 THEN 'failed' WHEN n % 101 = 0 THEN 'unknown' WHEN c = 'zalo' THEN 'delivered' ELSE 'sent' END AS s
            FROM generate_series(1, ${PEOPLE}) n, unnest('{email,zalo}'::text[]) c
            WHERE n % ${few} = 0 AND (c = 'email' OR n % 2 = 0)) x`
  }
  await storeAnswers(sql, id, units)
  // As the database leaves such tables by itself within a minute or two.
  await sql`VACUUM (ANALYZE)`
  await sql.end()
  return { id, person: `${id}17`, delivery: `${id}1email25`, wave: `${id}2` }
}

async function storeAnswers(sql: postgres.Sql, id: string, units: string[]): Promise<void> {
  const each = ANSWERS / units.length
  await sql`
    INSERT INTO answer.receipts (campaign_id, message_hash, stratum_id, fingerprint)
    SELECT ${id}, sha256(n::text::bytea), ${id}, sha256(n::text::bytea) FROM generate_series(1, ${ANSWERS}) n`
  await sql`
    INSERT INTO answer.drawn (campaign_id, unit, sealed)
    SELECT ${id}, u, decode(repeat(md5(n::text), 12), 'hex') FROM unnest(${units}::text[]) u, generate_series(1, ${each}) n`
  await sql`
    INSERT INTO answer.tally (campaign_id, unit, cell, question, level, count)
    SELECT ${id}, u, '*', q, l, ${each / LEVEL_VALUES.length}
    FROM unnest(${units}::text[]) u, unnest(${QUESTIONS}::text[]) q, unnest(${LEVEL_VALUES}::text[]) l`
  await sql`INSERT INTO answer.unit_counts (campaign_id, unit, counted) SELECT ${id}, u, ${each} FROM unnest(${units}::text[]) u`
  await sql`INSERT INTO answer.revisions (campaign_id, revision) VALUES (${id}, 1)`
}
