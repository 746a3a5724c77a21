/** Bodies that no browser sends: cut off on the way, in another order, twice. The roster's call stands for every upload. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraft } from '../roster/roster.fixture.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'

let system: TestSystem
let url: string
let officer: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  url = `/api/campaigns/${await createDraft(system.deps.db)}/roster?dryRun`
  officer = await signInAs(system, 'officer')
})
afterAll(() => system.stop())

const part = (name: string, text: string, file = '') =>
  `--X\r\ncontent-disposition: form-data; name="${name}"${file && `; filename="${file}"`}\r\n\r\n${text}\r\n`
const FILE = part('file', 'Họ tên,Email,Đơn vị,Nhóm\r\nNam,nam@tinh.example,SNV,LDS', 'a.csv')
const END = '--X--\r\n'
const FORM = 'multipart/form-data; boundary=X'

async function send(payload: string, type = FORM) {
  const reply = await system.app.inject({ method: 'POST', url, headers: { ...officer, 'content-type': type }, payload })
  return [reply.statusCode, reply.json().code]
}

test.each([
  ['in the middle of the file', FILE.slice(0, -20)],
  ['after the file', FILE],
  ['in the head of a part', '--X\r\ncontent-disp'],
])('an upload cut off %s is told as such, and is no fault of ours', async (_, payload) => {
  expect(await send(payload)).toEqual([422, 'file-unreadable'])
})

test.each([
  ['no boundary', 'multipart/form-data'],
  ['another boundary', 'multipart/form-data; boundary=Y'],
  ['a boundary longer than any may be', `multipart/form-data; boundary=${'Y'.repeat(300)}`],
])('a form with %s is refused', async (_, type) => {
  expect(await send(FILE + END, type)).toEqual([422, 'file-unreadable'])
})

test('fields may stand before the file and after it; a second file, or a field called as an object’s own, is refused', async () => {
  expect(await send(part('reason', 'vì thế') + FILE + END)).toEqual([200, undefined])
  expect(await send(FILE + part('reason', 'vì thế') + END)).toEqual([200, undefined])
  expect(await send(FILE + FILE + END)).toEqual([400, 'invalid-request'])
  expect(await send(part('__proto__', 'x') + FILE + END)).toEqual([400, 'invalid-request'])
})
