import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { digestOf, drawStrata } from './draw.ts'
import { csv, LINES, LIST, line, type Sampling, samplingOf } from './sampling.fixture.ts'

let system: TestSystem
let sampling: Sampling
/** A campaign with one draw from LIST. */
let sample: { code: string; id: string; drawDigest: string; seed: string }
beforeAll(async () => {
  system = await startTestSystem()
  sampling = await samplingOf(system)
  const code = await sampling.emptyDraft()
  sample = { code, ...(await sampling.draw(code)).body }
})
afterAll(() => system.stop())

describe('a recorded draw', () => {
  it('is repeated from the same file by an auditor, to the same people', async () => {
    const { code, id, drawDigest } = sample
    const again = await sampling.post(`/api/campaigns/${code}/samples/${id}/repeat`, LIST, {}, sampling.auditor)
    expect(again.body).toEqual({
      same: true,
      sameFile: true,
      fileHash: expect.any(String),
      drawDigest,
      differences: [],
      names: expect.objectContaining({ units: expect.any(Object) }),
    })
    const reordered = await sampling.post(
      `/api/campaigns/${code}/samples/${id}/repeat`,
      csv(LINES.toReversed()),
      {},
      sampling.auditor,
    )
    expect(reordered.body).toMatchObject({ same: true, sameFile: false })
  })

  it('says where another file differs', async () => {
    const { code, id } = sample
    const other = csv([...LINES.slice(0, 80), line(900, 'PDT', 'CC')])
    const again = await sampling.post(`/api/campaigns/${code}/samples/${id}/repeat`, other)
    expect(again.body).toMatchObject({
      ...{ same: false, sameFile: false },
      differences: [
        { unit: 'HT', group: 'CC', recorded: { staff: 40, drawn: 8 }, found: { staff: 20, drawn: 5 } },
        { unit: 'PDT', group: 'CC', recorded: null, found: { staff: 1, drawn: 1 } },
      ],
    })
  })

  it('is followed by hand from the list of ranks', async () => {
    const { code, id, drawDigest, seed } = sample
    const ranks = await sampling.ranksOf(code, id)
    const { ranked } = drawStrata(ranks, { kind: 'share', percent: '20', atLeast: '5' }, seed)
    expect(ranked.map(({ hash, rank, drawn }) => [hash, rank, drawn])).toEqual(
      ranks.map(({ hash, rank, drawn }) => [hash, rank, drawn]),
    )
    expect(digestOf(ranked)).toBe(drawDigest)
  })

  it('has a paper that tells seed, formula and every stratum, and runs nothing', async () => {
    const code = await sampling.emptyDraft()
    const { id, drawDigest } = (await sampling.draw(code, '', { method: { kind: 'margin', e: '0.05', whole: 'TT' } }))
      .body
    const { text, headers } = await sampling.get(`/api/campaigns/${code}/samples/${id}/method`, sampling.auditor)
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
    const { id } = sample
    const other = await sampling.emptyDraft()
    expect((await sampling.get(`/api/campaigns/${other}/samples/${id}/method`)).status).toBe(404)
    expect((await sampling.post(`/api/campaigns/${other}/samples/${id}/repeat`, LIST)).body.code).toBe('sample-unknown')
    expect((await sampling.post(`/api/campaigns/${other}/samples/${id}/ranks.csv`, LIST)).status).toBe(404)
    expect(await sampling.samplesOf(other)).toEqual([])
  })

  it('and every look at it leave their entries', async () => {
    const code = await sampling.emptyDraft()
    const { id } = (await sampling.draw(code)).body
    await sampling.post(`/api/campaigns/${code}/samples/${id}/repeat`, LIST, {}, sampling.auditor)
    await sampling.ranksOf(code, id)
    const entries = await system.deps.db.$client`
      SELECT action, details FROM staff.audit WHERE campaign = ${code} AND action LIKE 'sample.%' ORDER BY id`
    expect(entries.map(({ action }) => action)).toEqual(['sample.draw', 'sample.repeat', 'sample.list'])
    expect(JSON.stringify(entries)).not.toMatch(/nguoi-|Nguyễn/)
  })
})

describe('POST …/sample/sizes', () => {
  it('sizes strata with the campaign’s lower bound', async () => {
    const payload = {
      method: { kind: 'margin', e: '0.05' },
      strata: [
        { unit: 'AB', group: 'CC', staff: 60 },
        { unit: 'HT', group: 'CC', staff: 3 },
      ],
    }
    const sizes = (code: string) =>
      system.app.inject({
        ...{ method: 'POST', url: `/api/campaigns/${code}/sample/sizes`, headers: sampling.officer },
        payload,
      })
    const answer = await sizes(sample.code)
    expect(answer.json().strata.map(({ drawn }: { drawn: number }) => drawn)).toEqual([53, 3])
    expect((await sizes('khong-co')).statusCode).toBe(404)
  })
})
