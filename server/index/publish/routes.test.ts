import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Definition } from '../../campaigns/definition.ts'
import { publications } from '../../db/index-schema.ts'
import { startTestSystem, type TestSystem } from '../../test/deps.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { appraisedPoints, smallIndexDefinition } from '../small-index.fixture.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { storeAllPoints, storePast } from '../stored-points.fixture.ts'
import type { PublicationChoices, PublicationsView } from './schemas.ts'

let system: TestSystem
let officer: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
})
afterAll(() => system.stop())

const ALL: PublicationChoices = {
  ...{ points: true, ranks: true, classes: true, domains: true },
  ...{ change: true, charts: true, survey: true, receipts: true },
}
const NONE = Object.fromEntries(Object.keys(ALL).map((choice) => [choice, false])) as PublicationChoices
const REASON = 'Quyết định số 12/QĐ-UBND ngày 15/01/2026'

/** A campaign whose index is frozen, by the calls that people make. */
async function freezeCampaign(code: string, definition: Definition = smallIndexDefinition): Promise<void> {
  const { db } = system.deps
  const campaignId = await storeIndexCampaign(db, code, 'closed', { definition })
  await storeAllPoints(db, campaignId, points)
  await storePast(db, campaignId)
  const reply = await post(code, '../finalize', {})
  expect([reply.statusCode, reply.body]).toEqual([200, '{"status":"final"}'])
}

/** The last unit of each block has the most appraised points: the order of ranks is not that of the definition. */
const points = Object.fromEntries(
  smallIndexDefinition.blocks.flatMap(({ units }) =>
    units.map(({ code }, at) => [code, appraisedPoints[units.at(-1 - at)!.code]!]),
  ),
)

const post = (code: string, path: string, payload: object, headers: SignedIn = officer) =>
  system.app.inject({
    method: 'POST',
    url: new URL(path, `http://x/api/campaigns/${code}/publications/`).pathname.replace(/\/$/, ''),
    headers,
    payload,
  })
const publish = (code: string, choices = ALL, confirm = 'công bố') =>
  post(code, '.', { choices, reason: REASON, confirm })
const open = (path: string, headers: Record<string, string> = {}) =>
  system.app.inject({ url: `/cong-bo/${path}`, headers })

describe('before anything is published', () => {
  test('an unknown campaign, a draft, and a final result not yet published look the same', async () => {
    await freezeCampaign('chua-cong-bo')
    await storeIndexCampaign(system.deps.db, 'nhap', 'draft')
    const replies = await Promise.all(['khong-co', 'nhap', 'chua-cong-bo'].map((code) => open(code)))
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1)
    expect(replies[0]!.body).toContain('Chưa có kết quả được công bố')
    expect((await open('chua-cong-bo/ket-qua.csv')).statusCode).toBe(404)
    expect((await open('chua-cong-bo/bien-nhan.txt')).statusCode).toBe(404)
  })

  test('a result that is not frozen is not published, nor without the typed words', async () => {
    await storeIndexCampaign(system.deps.db, 'chua-chot', 'closed')
    expect((await publish('chua-chot')).json()).toMatchObject({ code: 'index-not-frozen' })
    expect((await publish('chua-cong-bo', ALL, 'ok')).json()).toMatchObject({ code: 'publish-unconfirmed' })
    expect((await open('chua-cong-bo')).statusCode).toBe(404)
  })

  test('choices that would give away what is held back are refused, each with its reason', async () => {
    const choices = { ...NONE, classes: true, domains: true, change: true, charts: true }
    const reply = await publish('chua-cong-bo', choices)
    expect(reply.statusCode).toBe(422)
    expect(reply.json().details.map(({ choice }: { choice: string }) => choice)).toEqual([
      'domains',
      'change',
      'charts',
    ])
    expect((await publish('chua-cong-bo', NONE)).json().details).toEqual([
      { choice: 'points', problem: expect.stringContaining('ít nhất một') },
    ])
  })

  test('a preview shows the page and publishes nothing', async () => {
    const reply = await post('chua-cong-bo', 'preview', { choices: ALL })
    expect(reply.json().page).toContain('Bản xem trước, chưa công bố.')
    expect((await open('chua-cong-bo')).statusCode).toBe(404)
  })
})

describe('a published result', () => {
  beforeAll(() => freezeCampaign('da-cong-bo'))

  test('is a page that runs and fetches nothing, and that caches may keep', async () => {
    const reply = await publish('da-cong-bo')
    expect(reply.statusCode).toBe(201)
    const { current, url } = reply.json<PublicationsView>()
    const page = await open('da-cong-bo')
    expect(url).toBe(`${system.deps.config.publicUrl}/cong-bo/da-cong-bo`)
    expect(page.headers).toMatchObject({
      'cache-control': 'public, max-age=300, stale-while-revalidate=300',
      etag: `"${createHash('sha256').update(page.body).digest('base64url')}"`,
    })
    expect(current!.digest).toBe(createHash('sha256').update(page.body).digest('base64url'))
    expect(page.headers['set-cookie']).toBeUndefined()
    const policy = String(page.headers['content-security-policy'])
    const style = /<style>([\s\S]*?)<\/style>/.exec(page.body)![1]!
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(policy).toContain("default-src 'none'")
    expect(page.body).not.toMatch(/<script|<link|<img|style="|\son[a-z]+="|https?:\/\/(?!www\.w3\.org)/)
    const again = await open('da-cong-bo', { 'if-none-match': String(page.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('keeps its own style when ours has changed since it was published', async () => {
    const { db } = system.deps
    const campaignId = await storeIndexCampaign(db, 'kieu-cu', 'closed')
    const page = '<!doctype html><html lang="vi"><head><style>body{color:#123456}</style></head><body></body></html>'
    const kept = { campaignId, version: 1, choices: ALL, page, digest: 'x', reason: REASON, actor: 'can-bo@so.example' }
    await db.insert(publications).values(kept)
    const hash = createHash('sha256').update('body{color:#123456}').digest('base64')
    expect((await open('kieu-cu')).headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`)
  })

  test('says what was decided, and the points of every unit as the index has them', async () => {
    const { body } = await open('da-cong-bo')
    const index = (await system.app.inject({ url: '/api/campaigns/da-cong-bo/index', headers: officer })).json()
    expect(body).toContain(REASON)
    expect(body).toContain(index.digest)
    for (const { units } of index.blocks)
      for (const { name, points } of units) {
        expect(body).toContain(name.replaceAll('&', '&amp;'))
        expect(body).toContain(points.toFixed(2).replace('.', ','))
      }
  })

  test('gives the table as .csv and the receipts as a list', async () => {
    const table = await open('da-cong-bo/ket-qua.csv')
    expect(table.headers['content-type']).toContain('text/csv')
    expect(table.body.split('\r\n')[0]).toBe(
      [
        '\ufeffKhối;Hạng;Đơn vị;Điểm;Xếp loại;Điểm so với 2024;Hạng so với 2024;Điểm điều tra XHH',
        '"1. Công tác chỉ đạo, điều hành";2. Cải cách thể chế;3. Tác động của cải cách hành chính',
      ].join(';'),
    )
    expect(table.body.trimEnd().split('\r\n')).toHaveLength(8)
    expect(table.headers.etag).not.toBe((await open('da-cong-bo')).headers.etag)
    expect((await open('da-cong-bo/bien-nhan.txt')).statusCode).toBe(200)
  })

  test('draws in its charts only what its tables say', async () => {
    expect((await open('da-cong-bo')).body).toMatch(/năm trước 7[1-4],23/)
    expect((await open('da-cong-bo')).body).toContain('· loại ')
    await publish('da-cong-bo', { ...ALL, change: false, classes: false, domains: false })
    const { body } = await open('da-cong-bo')
    expect(body).toContain('<svg')
    expect(body).not.toMatch(/[Nn]ăm trước|· loại |theo lĩnh vực/)
  })

  test('with classes alone tells neither points nor order', async () => {
    await publish('da-cong-bo', { ...NONE, classes: true })
    const { body } = await open('da-cong-bo')
    const index = (await system.app.inject({ url: '/api/campaigns/da-cong-bo/index', headers: officer })).json()
    const place = ({ name }: { name: string }) => body.indexOf(`scope="row"><span class="v">${name}<`)
    for (const { units } of index.blocks) {
      for (const { points } of units) expect(body).not.toContain(points.toFixed(2).replace('.', ','))
      const listed = units.toSorted((a: { name: string }, b: { name: string }) => place(a) - place(b))
      const classes = listed.map((unit: { class: string }) => unit.class)
      expect(classes).toEqual(classes.toSorted())
      for (const letter of new Set(classes)) {
        const inClass = (all: { class: string; code: string }[]) =>
          all.filter((unit) => unit.class === letter).map(({ code }) => code)
        expect(inClass(listed)).toEqual(inClass(units))
      }
    }
    expect((await open('da-cong-bo/bien-nhan.txt')).statusCode).toBe(404)
    expect((await open('da-cong-bo/ket-qua.csv')).body).not.toContain('Điểm')
  })

  test('can be taken back, and every version stays known with who and why', async () => {
    const refused = await post('da-cong-bo', 'withdraw', { reason: 'nhầm đợt', confirm: 'công bố' })
    expect(refused.json()).toMatchObject({ code: 'withdraw-unconfirmed' })
    const reply = await post('da-cong-bo', 'withdraw', { reason: 'nhầm đợt', confirm: 'Gỡ xuống ' })
    expect(reply.json<PublicationsView>()).toMatchObject({
      current: null,
      versions: [
        { version: 4, published: false, reason: 'nhầm đợt' },
        { version: 3, published: true },
        { version: 2, published: true },
        { version: 1, published: true, reason: REASON, choices: ALL },
      ],
    })
    const gone = await open('da-cong-bo')
    expect(gone.statusCode).toBe(404)
    expect(gone.body).toContain('Kết quả đã được gỡ xuống ngày')
    expect((await post('da-cong-bo', 'withdraw', { reason: 'nhầm đợt', confirm: 'gỡ xuống' })).statusCode).toBe(409)
    const { db } = system.deps
    await expect(db.delete(publications).execute()).rejects.toMatchObject({ cause: { message: /append-only/ } })
  })

  test('two officers publishing at once leave two versions', async () => {
    await Promise.all([publish('da-cong-bo'), publish('da-cong-bo', { ...ALL, charts: false })])
    const { versions } = (
      await system.app.inject({ url: '/api/campaigns/da-cong-bo/publications', headers: officer })
    ).json<PublicationsView>()
    expect(versions.map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1])
  })
})

test('names that look like markup or a formula stay text', async () => {
  const [block, ...rest] = smallIndexDefinition.blocks
  const [unit, ...units] = block!.units
  const named = { ...block!, units: [{ ...unit!, name: '=1+1<script>alert(1)</script>' }, ...units] }
  await freezeCampaign('ten-la', { ...smallIndexDefinition, blocks: [named, ...rest] })
  await publish('ten-la')
  expect((await open('ten-la')).body).not.toContain('<script>')
  expect((await open('ten-la/ket-qua.csv')).body).toContain("'=1+1<script>")
})
