/** Programs and listeners as administrators manage them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedIn } from '../../test/staff.ts'
import { verdict } from '../../test/verdict.ts'
import { type Office, startOffice } from '../office.fixture.ts'

let office: Office
let admin: SignedIn
beforeAll(async () => {
  office = await startOffice()
  admin = await office.enter('admin')
})
afterAll(() => office?.stop())

test('a program is listed without its secret, and gets no access any more once it is revoked', async () => {
  const made = (
    await office.call(admin, 'POST', '/api/clients', { name: 'Phần mềm Chỉ số', scopes: ['points'] })
  ).json()
  const list = await office.call(admin, 'GET', '/api/clients')
  expect(list.json()).toEqual([
    { clientId: made.clientId, name: 'Phần mềm Chỉ số', scopes: ['points'], createdAt: expect.any(String) },
  ])
  expect(list.body).not.toContain(made.clientSecret)
  const enter = () => office.call(undefined, 'POST', '/api/index/token', made)
  expect((await enter()).statusCode).toBe(200)
  const revoke = () => office.call(admin, 'DELETE', `/api/clients/${made.clientId}`)
  const replies = await Promise.all([revoke(), revoke()])
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([204, 404])
  expect(verdict(await enter())).toEqual([401, 'wrong-client'])
  expect((await office.call(admin, 'GET', '/api/clients')).json()).toEqual([])
  expect((await office.audited()).at(-1)).toMatchObject({ action: 'client.revoke', details: { scopes: ['points'] } })
})

test('a listener shows what became of its newest event, and is told nothing once it is gone', async () => {
  const { id, secret } = (
    await office.call(admin, 'POST', '/api/webhooks', { url: 'https://chi-so.example/bao' })
  ).json()
  const read = async () => (await office.call(admin, 'GET', '/api/webhooks')).json()
  expect(await read()).toEqual([
    { id, url: 'https://chi-so.example/bao', createdAt: expect.any(String), waiting: 0, last: null },
  ])
  const sql = office.system.deps.db.$client
  await sql`INSERT INTO staff.webhook_deliveries (id, webhook_id, body, state, attempts, due_at) VALUES
    ('cu', ${id}, '{}', 'sent', 1, now() - interval '1 day'), ('moi', ${id}, '{}', 'queued', 3, now())`
  expect(await read()).toMatchObject([
    { waiting: 1, last: { state: 'queued', attempts: 3, nextAt: expect.stringMatching(/Z$/) } },
  ])
  await sql`UPDATE staff.webhook_deliveries SET state = 'failed' WHERE id = 'moi'`
  expect(await read()).toMatchObject([{ waiting: 0, last: { state: 'failed', nextAt: null } }])
  expect(JSON.stringify(await read())).not.toContain(secret)
  expect((await office.call(admin, 'DELETE', `/api/webhooks/${id}`)).statusCode).toBe(204)
  expect(verdict(await office.call(admin, 'DELETE', `/api/webhooks/${id}`))).toEqual([404, 'webhook-unknown'])
  expect(await sql`SELECT 1 FROM staff.webhook_deliveries`).toHaveLength(0)
})
