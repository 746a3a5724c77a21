import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import { createDraft, csv, definition, fixture, HEADER, xlsx } from './roster.fixture.ts'

let system: TestSystem
let officer: SignedIn

beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
})
afterAll(() => system.stop())

const GOOD = csv('Họ tên,Email,Đơn vị,Nhóm\nNam,nam@tinh.example,SNV,LDS')

/** A browser's upload. */
async function upload(
  url: string,
  file: SpreadsheetFile,
  { field = 'file', headers = officer }: { field?: string; headers?: object } = {},
) {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(file.data)]), file.name)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return system.app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

describe('POST /api/campaigns/:code/roster', () => {
  it('rehearses, refuses, then imports the good rows', async () => {
    const url = `/api/campaigns/${await createDraft(system.deps.db)}/roster`
    const file = await fixture('danh-sach.xlsx')
    const rehearsal = await upload(`${url}?dryRun=true`, file)
    expect(rehearsal.statusCode).toBe(200)
    expect(rehearsal.json()).toMatchObject({ rows: 8, accepted: 5, duplicates: [{ row: 14, of: 7 }] })
    const refused = await upload(url, file)
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'roster-rejected', details: { rejected: rehearsal.json().rejected } })
    const imported = await upload(`${url}?dryRun=false&partial=true`, file)
    expect(imported.json()).toMatchObject({ accepted: 5, added: { respondents: 5, invitations: 6 } })
  })

  it('takes a file of several megabytes', async () => {
    const url = `/api/campaigns/${await createDraft(system.deps.db)}/roster?dryRun`
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `Nam ${index},nam${index}@tinh.example,SNV,LDS,${'chuyên viên '.repeat(10)}`,
    )
    const reply = await upload(url, csv(['Họ tên,Email,Đơn vị,Nhóm,Chức vụ', ...rows].join('\n')))
    expect(reply.json()).toMatchObject({ rows: 20_000, accepted: 20_000 })
  })

  it('answers a missing or oversized file with a clear refusal', async () => {
    const url = `/api/campaigns/${await createDraft(system.deps.db)}/roster`
    expect((await upload(url, GOOD, { field: 'tep' })).json()).toMatchObject({ code: 'file-missing' })
    const none = await system.app.inject({ method: 'POST', url, headers: officer, payload: {} })
    expect([none.statusCode, none.json().code]).toEqual([400, 'file-missing'])
    const large = await upload(url, { name: 'a.csv', data: Buffer.alloc(20 * 1024 * 1024 + 1, 'a') })
    expect([large.statusCode, large.json().code]).toEqual([413, 'too-large'])
  })

  it('is for officers only, and wants the CSRF token', async () => {
    const url = `/api/campaigns/${await createDraft(system.deps.db)}/roster`
    expect((await upload(url, GOOD, { headers: {} })).statusCode).toBe(401)
    for (const role of ['auditor', 'unit'] as const) {
      expect((await upload(url, GOOD, { headers: await signInAs(system, role, 'SNV') })).statusCode).toBe(403)
    }
    const { cookie } = officer
    expect((await upload(url, GOOD, { headers: { cookie } })).json().code).toBe('csrf-invalid')
  })

  it('answers an unknown campaign and a file without the columns', async () => {
    expect((await upload('/api/campaigns/khong-co/roster', GOOD)).statusCode).toBe(404)
    const reply = await upload(
      `/api/campaigns/${await createDraft(system.deps.db)}/roster`,
      await xlsx([HEADER.slice(0, 2)]),
    )
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'header-missing'])
  })
})

describe('GET /api/campaigns/:code/roster.xlsx', () => {
  it('gives a template that imports once it is filled in', async () => {
    const code = await createDraft(system.deps.db)
    const reply = await system.app.inject({ url: `/api/campaigns/${code}/roster.xlsx`, headers: officer })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toContain('spreadsheetml')
    expect(reply.headers['content-disposition']).toContain(`danh-sach-${code}.xlsx`)
    const imported = await upload(`/api/campaigns/${code}/roster`, { name: 'mau.xlsx', data: reply.rawPayload })
    expect(imported.json()).toMatchObject({ rows: 0, accepted: 0 })
    expect(definition.blocks.length).toBeGreaterThan(0)
  })
})
