import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDraft } from '../test/campaign.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { csv, LINES, LIST, line, type Sampling, SHARE, samplingOf } from './sampling.fixture.ts'

let system: TestSystem
let sampling: Sampling
/** For calls that leave it as it is. */
let untouched: string
beforeAll(async () => {
  system = await startTestSystem()
  sampling = await samplingOf(system)
  untouched = await sampling.emptyDraft()
})
afterAll(() => system.stop())

describe('POST …/sample', () => {
  it('rehearses without writing, then puts exactly the drawn on the roster', async () => {
    const code = await sampling.emptyDraft()
    const rehearsal = await sampling.draw(code, '?dryRun=true')
    expect(rehearsal.body).toMatchObject({
      id: null,
      rows: 100,
      people: 95,
      strata: [
        { unit: 'AB', group: 'CC', staff: 60, drawn: 12 },
        { unit: 'HT', group: 'CC', staff: 40, drawn: 8 },
      ],
    })
    expect(await sampling.rosterOf(code)).toHaveLength(0)
    expect(await sampling.samplesOf(code)).toEqual([])

    const real = await sampling.draw(code)
    expect(real.status).toBe(200)
    expect(real.body.drawDigest).toBe(rehearsal.body.drawDigest)
    const roster = await sampling.rosterOf(code)
    expect(roster).toHaveLength(20)
    const keys = new Set(
      (await sampling.ranksOf(code, real.body.id)).filter(({ drawn }) => drawn).map(({ phone, unit }) => phone + unit),
    )
    expect(new Set(roster.map(({ phone, unit }) => phone + unit))).toEqual(keys)
    expect(await sampling.samplesOf(code)).toMatchObject([
      {
        id: real.body.id,
        seed: 'gieo-1',
        method: { kind: 'share', percent: '20', atLeast: '5' },
        strata: real.body.strata,
      },
    ])
  })

  it('makes a seed of its own where none is given, another each time', async () => {
    const rehearse = () => sampling.draw(untouched, '?dryRun', { seed: '' })
    const [a, b] = [await rehearse(), await rehearse()]
    expect(a.body.seed).toMatch(/^[0-9a-f]{32}$/)
    expect(b.body.seed).not.toBe(a.body.seed)
    expect(b.body.drawDigest).not.toBe(a.body.drawDigest)
  })

  it('draws the same people whatever the order of rows, also where rows contradict each other a little', async () => {
    const lines = [
      ...LINES,
      'NGUYEN VAN SO 3,nguoi-3@co-quan.example,,AB,CC,',
      'Nguyễn Văn Số 9,khac@co-quan.example,0900000009,HT,CC,',
    ]
    const orders = [lines.toReversed(), ...[0, 18, 36, 54].map((at) => [...lines.slice(at), ...lines.slice(0, at)])]
    const digests = new Set<string>()
    for (const order of orders)
      digests.add((await sampling.draw(untouched, '?dryRun', { file: csv(order) })).body.drawDigest)
    expect(digests.size).toBe(1)
  })

  it('made twice at once, by two officers, is made once', async () => {
    const code = await sampling.emptyDraft()
    const both = await Promise.all([sampling.draw(code), sampling.draw(code)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both.map(({ body }) => body.repeated).sort()).toEqual([false, true])
    expect(both[0]!.body.id).toBe(both[1]!.body.id)
    expect(await sampling.samplesOf(code)).toHaveLength(1)
    expect(await sampling.rosterOf(code)).toHaveLength(20)
  })

  it('of two different draws at once the second is refused, and says what is there', async () => {
    const code = await sampling.emptyDraft()
    const both = await Promise.all([sampling.draw(code), sampling.draw(code, '', { seed: 'gieo-2' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = both.find(({ status }) => status === 409)!
    expect(refused.body).toMatchObject({ code: 'roster-not-empty', details: { invitations: 20 } })
    expect(await sampling.rosterOf(code)).toHaveLength(20)
  })

  it('read by a definition that is edited meanwhile is not made', async () => {
    const code = await sampling.emptyDraft()
    const { $client: sql } = system.deps.db
    const drawn = await sql.begin(async (tx) => {
      await tx`UPDATE campaign.campaigns SET definition_version = definition_version + 1 WHERE code = ${code}`
      const work = sampling.draw(code)
      const waiting = () =>
        sql`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
      await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(1)
      return { work }
    })
    expect(await drawn.work).toMatchObject({ status: 409, body: { code: 'campaign-busy' } })
    expect([await sampling.samplesOf(code), await sampling.rosterOf(code)]).toMatchObject([[], []])
    expect((await sampling.draw(code)).status).toBe(200)
  })

  it('replaces the roster or adds to it, as asked', async () => {
    const { code } = await createDraft(system.deps, { roster: [{ unit: 'PDT', group: 'TT', people: 7 }] })
    expect((await sampling.draw(code)).body.code).toBe('roster-not-empty')
    expect((await sampling.draw(code, '?roster=add')).status).toBe(200)
    expect(await sampling.rosterOf(code)).toHaveLength(27)
    expect((await sampling.draw(code, '?roster=replace', { seed: 'gieo-3' })).status).toBe(200)
    expect(await sampling.rosterOf(code)).toHaveLength(20)
    expect((await sampling.draw(code, '?roster=replace', { seed: 'gieo-3' })).body.repeated).toBe(true)
    expect(await sampling.samplesOf(code)).toHaveLength(2)
  })

  it('after the roster was emptied the same draw is written anew', async () => {
    const code = await sampling.emptyDraft()
    await sampling.draw(code)
    await system.app.inject({ method: 'DELETE', url: `/api/campaigns/${code}/roster`, headers: sampling.officer })
    expect((await sampling.draw(code)).body.repeated).toBe(false)
    expect(await sampling.rosterOf(code)).toHaveLength(20)
  })

  it('refuses a list with bad rows, names them, and draws from the good ones when asked', async () => {
    const code = await sampling.emptyDraft()
    const file = csv([...LINES, 'Người Không Đơn Vị,x@co-quan.example,,Sở Không Có,CC,'])
    const refused = await sampling.draw(code, '', { file })
    expect(refused.body).toMatchObject({
      code: 'roster-rejected',
      details: { rejected: [{ row: 102, code: 'unit-unknown' }] },
    })
    expect(await sampling.rosterOf(code)).toHaveLength(0)
    expect((await sampling.draw(code, '?partial', { file })).body).toMatchObject({
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
    const answer = await sampling.post(`/api/campaigns/${untouched}/sample`, file, {
      method: JSON.stringify(SHARE),
      ...fields,
    })
    expect(answer.body.code).toBe(code)
    expect(await sampling.samplesOf(untouched)).toEqual([])
  })

  it('reads, draws and writes fifty thousand people', async () => {
    const code = await sampling.emptyDraft()
    const lines = Array.from({ length: 50_000 }, (_, at) => line(at, ['AB', 'HT', 'PDT'][at % 3]!, 'CC'))
    const answer = await sampling.draw(code, '', { file: csv(lines), method: { kind: 'everybody' } })
    expect(answer.body).toMatchObject({ people: 50_000, drawnPeople: 50_000 })
  })
})
