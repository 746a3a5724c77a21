import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { createDraft } from '../test/campaign.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import { digestOf, drawStrata } from './draw.ts'

let system: TestSystem
let officer: SignedIn
let auditor: SignedIn

beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
  auditor = await signInAs(system, 'auditor')
})
afterAll(() => system.stop())

const HEAD = 'Họ và tên,Email,Số điện thoại,Đơn vị,Nhóm,Mã'
const phoneOf = (at: number) => `09${String(at).padStart(8, '0')}`
const line = (at: number, unit: string, group: string) =>
  `Nguyễn Văn Số ${at},nguoi-${at}@co-quan.example,${phoneOf(at)},${unit},${group},`
/** 60 + 40 people of two units, 5 of whom rate both. */
const LINES = [
  ...Array.from({ length: 60 }, (_, at) => line(at, 'AB', 'CC')),
  ...Array.from({ length: 40 }, (_, at) => line(55 + at, 'HT', 'CC')),
]
const csv = (lines: string[]): SpreadsheetFile => ({
  name: 'day-du.csv',
  data: Buffer.from([HEAD, ...lines].join('\n')),
})
const LIST = csv(LINES)
const SHARE = { kind: 'share', percent: '20' }

async function post(url: string, file: SpreadsheetFile | null, fields: Record<string, string> = {}, headers = officer) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (file) form.append('file', new Blob([new Uint8Array(file.data)]), file.name)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const answer = await system.app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return {
    status: answer.statusCode,
    text: answer.body,
    body: answer.headers['content-type']?.includes('json') ? answer.json() : null,
  }
}
const draw = (code: string, query = '', { file = LIST, method = SHARE as object, seed = 'gieo-1' } = {}) =>
  post(`/api/campaigns/${code}/sample${query}`, file, { method: JSON.stringify(method), seed })
const get = async (url: string, headers = officer) => {
  const answer = await system.app.inject({ url, headers })
  return { status: answer.statusCode, text: answer.body, headers: answer.headers }
}
const rosterOf = (code: string) =>
  system.deps.db.$client<{ name: string; phone: string; unit: string; group: string }[]>`
    SELECT r.full_name AS name, r.phone, i.unit, i.group_code AS "group" FROM identity.respondents r
    JOIN identity.invitations i ON i.respondent_id = r.id JOIN campaign.campaigns c ON c.id = r.campaign_id
    WHERE c.code = ${code} ORDER BY 2, 3`
const samplesOf = async (code: string) => JSON.parse((await get(`/api/campaigns/${code}/samples`)).text)
const emptyDraft = async () => (await createDraft(system.deps, { roster: [] })).code

describe('POST …/sample', () => {
  it('rehearses without writing, then puts exactly the drawn on the roster', async () => {
    const code = await emptyDraft()
    const rehearsal = await draw(code, '?dryRun=true')
    expect(rehearsal.body).toMatchObject({
      id: null,
      rows: 100,
      people: 95,
      strata: [
        { unit: 'AB', group: 'CC', staff: 60, drawn: 12 },
        { unit: 'HT', group: 'CC', staff: 40, drawn: 8 },
      ],
    })
    expect(await rosterOf(code)).toHaveLength(0)
    expect(await samplesOf(code)).toEqual([])

    const real = await draw(code)
    expect(real.status).toBe(200)
    expect(real.body.drawDigest).toBe(rehearsal.body.drawDigest)
    const roster = await rosterOf(code)
    expect(roster).toHaveLength(20)
    const keys = new Set(
      (await ranksOf(code, real.body.id)).filter(({ drawn }) => drawn).map(({ phone, unit }) => phone + unit),
    )
    expect(new Set(roster.map(({ phone, unit }) => phone + unit))).toEqual(keys)
    expect(await samplesOf(code)).toMatchObject([
      {
        id: real.body.id,
        seed: 'gieo-1',
        method: { kind: 'share', percent: '20', atLeast: '5' },
        strata: real.body.strata,
      },
    ])
  })

  it('makes a seed of its own where none is given, another each time', async () => {
    const code = await emptyDraft()
    const [a, b] = [await draw(code, '?dryRun', { seed: '' }), await draw(code, '?dryRun', { seed: '' })]
    expect(a.body.seed).toMatch(/^[0-9a-f]{32}$/)
    expect(b.body.seed).not.toBe(a.body.seed)
    expect(b.body.drawDigest).not.toBe(a.body.drawDigest)
  })

  it('draws the same people whatever the order of rows, also where rows contradict each other a little', async () => {
    const code = await emptyDraft()
    const lines = [
      ...LINES,
      'NGUYEN VAN SO 3,nguoi-3@co-quan.example,,AB,CC,',
      'Nguyễn Văn Số 9,khac@co-quan.example,0900000009,HT,CC,',
    ]
    const digests = new Set<string>()
    for (let turn = 0; turn < 8; turn++) {
      const turned = turn % 2 ? lines.toReversed() : [...lines.slice(turn * 9), ...lines.slice(0, turn * 9)]
      digests.add((await draw(code, '?dryRun', { file: csv(turned) })).body.drawDigest)
    }
    expect(digests.size).toBe(1)
  })

  it('made twice at once, by two officers, is made once', async () => {
    const code = await emptyDraft()
    const both = await Promise.all([draw(code), draw(code)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both.map(({ body }) => body.repeated).sort()).toEqual([false, true])
    expect(both[0]!.body.id).toBe(both[1]!.body.id)
    expect(await samplesOf(code)).toHaveLength(1)
    expect(await rosterOf(code)).toHaveLength(20)
  })

  it('of two different draws at once the second is refused, and says what is there', async () => {
    const code = await emptyDraft()
    const both = await Promise.all([draw(code), draw(code, '', { seed: 'gieo-2' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = both.find(({ status }) => status === 409)!
    expect(refused.body).toMatchObject({ code: 'roster-not-empty', details: { invitations: 20 } })
    expect(await rosterOf(code)).toHaveLength(20)
  })

  it('read by a definition that is edited meanwhile is not made', async () => {
    const code = await emptyDraft()
    const { $client: sql } = system.deps.db
    const drawn = await sql.begin(async (tx) => {
      await tx`UPDATE campaign.campaigns SET definition_version = definition_version + 1 WHERE code = ${code}`
      const work = draw(code)
      const waiting = () =>
        sql`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
      await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(1)
      return { work }
    })
    expect(await drawn.work).toMatchObject({ status: 409, body: { code: 'campaign-busy' } })
    expect([await samplesOf(code), await rosterOf(code)]).toMatchObject([[], []])
    expect((await draw(code)).status).toBe(200)
  })

  it('replaces the roster or adds to it, as asked', async () => {
    const { code } = await createDraft(system.deps, { roster: [{ unit: 'PDT', group: 'TT', people: 7 }] })
    expect((await draw(code)).body.code).toBe('roster-not-empty')
    expect((await draw(code, '?roster=add')).status).toBe(200)
    expect(await rosterOf(code)).toHaveLength(27)
    expect((await draw(code, '?roster=replace', { seed: 'gieo-3' })).status).toBe(200)
    expect(await rosterOf(code)).toHaveLength(20)
    expect((await draw(code, '?roster=replace', { seed: 'gieo-3' })).body.repeated).toBe(true)
    expect(await samplesOf(code)).toHaveLength(2)
  })

  it('after the roster was emptied the same draw is written anew', async () => {
    const code = await emptyDraft()
    await draw(code)
    await system.app.inject({ method: 'DELETE', url: `/api/campaigns/${code}/roster`, headers: officer })
    expect((await draw(code)).body.repeated).toBe(false)
    expect(await rosterOf(code)).toHaveLength(20)
  })

  it('refuses a list with bad rows, names them, and draws from the good ones when asked', async () => {
    const code = await emptyDraft()
    const file = csv([...LINES, 'Người Không Đơn Vị,x@co-quan.example,,Sở Không Có,CC,'])
    const refused = await draw(code, '', { file })
    expect(refused.body).toMatchObject({
      code: 'roster-rejected',
      details: { rejected: [{ row: 102, code: 'unit-unknown' }] },
    })
    expect(await rosterOf(code)).toHaveLength(0)
    expect((await draw(code, '?partial', { file })).body).toMatchObject({
      rejectedRows: 1,
      drawnPeople: expect.any(Number),
    })
  })

  it.each([
    ['a file that is no list', csv([]), {}, 'sample-empty'],
    ['a file without the columns', { name: 'a.csv', data: Buffer.from('Ngày,Tháng\n1,2') }, {}, 'header-missing'],
    ['no file', null, {}, 'file-missing'],
    ['a margin of nothing', LIST, { method: '{"kind":"margin","e":"0.0"}' }, 'invalid-request'],
    ['a margin as a number', LIST, { method: '{"kind":"margin","e":0.05}' }, 'invalid-request'],
    ['more than all', LIST, { method: '{"kind":"share","percent":"100.5"}' }, 'invalid-request'],
    [
      'bounds the wrong way round',
      LIST,
      { method: '{"kind":"share","percent":"5","atLeast":"9","atMost":"8"}' },
      'invalid-request',
    ],
    ['no method', LIST, { method: '' }, 'invalid-request'],
    ['a seed that a shell would read otherwise', LIST, { seed: "a'b" }, 'invalid-request'],
  ])('refuses %s', async (_, file, fields, code) => {
    const campaign = await emptyDraft()
    const answer = await post(`/api/campaigns/${campaign}/sample`, file, { method: JSON.stringify(SHARE), ...fields })
    expect(answer.body.code).toBe(code)
    expect(await samplesOf(campaign)).toEqual([])
  })

  it('reads, draws and writes fifty thousand people in a few seconds', async () => {
    const code = await emptyDraft()
    const lines = Array.from({ length: 50_000 }, (_, at) => line(at, ['AB', 'HT', 'PDT'][at % 3]!, 'CC'))
    const before = performance.now()
    const answer = await draw(code, '', { file: csv(lines), method: { kind: 'everybody' } })
    expect(answer.body).toMatchObject({ people: 50_000, drawnPeople: 50_000 })
    expect(performance.now() - before).toBeLessThan(30_000)
  })
})

async function ranksOf(code: string, id: string) {
  const { text } = await post(`/api/campaigns/${code}/samples/${id}/ranks.csv`, LIST, {}, auditor)
  return text
    .replace('\ufeff', '')
    .split('\r\n')
    .slice(1, -1)
    .map((row) => {
      const [unit, group, rank, drawn, hash, key] = row.split(',')
      return {
        unit: unit!,
        group: group!,
        rank: Number(rank),
        drawn: drawn === 'x',
        hash: hash!,
        key: key!,
        phone: key!.split('|')[2]!,
      }
    })
}

describe('a recorded draw', () => {
  it('is repeated from the same file by an auditor, to the same people', async () => {
    const code = await emptyDraft()
    const { id, drawDigest } = (await draw(code)).body
    const again = await post(`/api/campaigns/${code}/samples/${id}/repeat`, LIST, {}, auditor)
    expect(again.body).toEqual({
      same: true,
      sameFile: true,
      fileHash: expect.any(String),
      drawDigest,
      differences: [],
      names: expect.objectContaining({ units: expect.any(Object) }),
    })
    const reordered = await post(`/api/campaigns/${code}/samples/${id}/repeat`, csv(LINES.toReversed()), {}, auditor)
    expect(reordered.body).toMatchObject({ same: true, sameFile: false })
  })

  it('says where another file differs', async () => {
    const code = await emptyDraft()
    const { id } = (await draw(code)).body
    const other = csv([...LINES.slice(0, 80), line(900, 'PDT', 'CC')])
    const again = await post(`/api/campaigns/${code}/samples/${id}/repeat`, other)
    expect(again.body).toMatchObject({
      ...{ same: false, sameFile: false },
      differences: [
        { unit: 'HT', group: 'CC', recorded: { staff: 40, drawn: 8 }, found: { staff: 20, drawn: 5 } },
        { unit: 'PDT', group: 'CC', recorded: null, found: { staff: 1, drawn: 1 } },
      ],
    })
  })

  it('is followed by hand from the list of ranks', async () => {
    const code = await emptyDraft()
    const { id, drawDigest, seed } = (await draw(code)).body
    const ranks = await ranksOf(code, id)
    const { ranked } = drawStrata(ranks, { kind: 'share', percent: '20', atLeast: '5' }, seed)
    expect(ranked.map(({ hash, rank, drawn }) => [hash, rank, drawn])).toEqual(
      ranks.map(({ hash, rank, drawn }) => [hash, rank, drawn]),
    )
    expect(digestOf(ranked)).toBe(drawDigest)
  })

  it('has a paper that tells seed, formula and every stratum, and runs nothing', async () => {
    const code = await emptyDraft()
    const { id, drawDigest } = (await draw(code, '', { method: { kind: 'margin', e: '0.05', whole: 'TT' } })).body
    const { text, headers } = await get(`/api/campaigns/${code}/samples/${id}/method`, auditor)
    for (const said of [
      'gieo-1',
      drawDigest,
      'N / (1 + N × e²)',
      'e = 0,05',
      'Lấy tất cả ở các nhóm: TT',
      '>60<',
      '>53<',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('@co-quan.example')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('belongs to its campaign', async () => {
    const [code, other] = [await emptyDraft(), await emptyDraft()]
    const { id } = (await draw(code)).body
    expect((await get(`/api/campaigns/${other}/samples/${id}/method`)).status).toBe(404)
    expect((await post(`/api/campaigns/${other}/samples/${id}/repeat`, LIST)).body.code).toBe('sample-unknown')
    expect((await post(`/api/campaigns/${other}/samples/${id}/ranks.csv`, LIST)).status).toBe(404)
    expect(await samplesOf(other)).toEqual([])
  })

  it('and every look at it leave their entries', async () => {
    const code = await emptyDraft()
    const { id } = (await draw(code)).body
    await post(`/api/campaigns/${code}/samples/${id}/repeat`, LIST, {}, auditor)
    await ranksOf(code, id)
    const entries = await system.deps.db.$client`
      SELECT action, details FROM staff.audit WHERE campaign = ${code} AND action LIKE 'sample.%' ORDER BY id`
    expect(entries.map(({ action }) => action)).toEqual(['sample.draw', 'sample.repeat', 'sample.list'])
    expect(JSON.stringify(entries)).not.toMatch(/nguoi-|Nguyễn/)
  })
})

describe('POST …/sample/sizes', () => {
  it('sizes strata with the campaign’s lower bound', async () => {
    const code = await emptyDraft()
    const payload = {
      method: { kind: 'margin', e: '0.05' },
      strata: [
        { unit: 'AB', group: 'CC', staff: 60 },
        { unit: 'HT', group: 'CC', staff: 3 },
      ],
    }
    const answer = await system.app.inject({
      method: 'POST',
      url: `/api/campaigns/${code}/sample/sizes`,
      headers: officer,
      payload,
    })
    expect(answer.json().strata.map(({ drawn }: { drawn: number }) => drawn)).toEqual([53, 3])
    expect(
      (
        await system.app.inject({
          method: 'POST',
          url: '/api/campaigns/khong-co/sample/sizes',
          headers: officer,
          payload,
        })
      ).statusCode,
    ).toBe(404)
  })
})
