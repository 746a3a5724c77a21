import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import { countCampaign } from '../tally/count-campaign.ts'
import { createOpenCampaign } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { obtainCredential, type ResponseBody, sendResponse } from '../test/respondent.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system.stop())

const send = (body: ResponseBody) => sendResponse(system.app, body)

test('what lies in the box and among the drawn shows neither answers nor their length', async () => {
  const roster = ['LD', 'CC', 'TT'].map((group) => ({ unit: 'AB', group, people: 12 }))
  const mixed = await createOpenCampaign(system.deps, { roster })
  const comments = [undefined, 'cần nhanh hơn', 'ệ'.repeat(500), '👍'.repeat(250), '\n"'.repeat(250)]
  for (const [at, person] of mixed.people.entries()) {
    const credential = await obtainCredential(system.app, person)
    const xa_gop_y = comments[at % comments.length]
    const answers = { ...credential.answers, ...(xa_gop_y === undefined ? {} : { xa_gop_y }) }
    expect((await send({ ...credential, answers })).statusCode).toBe(201)
  }
  expect(await countCampaign(system.deps, mixed.id)).toBeGreaterThan(0)
  const rows = await system.deps.answerDb.$client<{ sealed: Buffer; drawn: boolean }[]>`
    SELECT sealed, false AS drawn FROM answer.box WHERE campaign_id = ${mixed.id}
    UNION ALL SELECT sealed, true FROM answer.drawn WHERE campaign_id = ${mixed.id}`
  expect(rows).toHaveLength(36)
  expect(new Set(rows.map(({ drawn }) => drawn)).size).toBe(2)
  expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1)
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/xa_|"A"|gop/)
})

test('characters that PostgreSQL cannot hold in jsonb do not keep a campaign from closing', async () => {
  const small = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
  const comments = ['a\u0000b', 'nửa \ud83d chữ', 'nửa \udc4d chữ', '\\u0000 viết ra', '👍 "dấu" \\ \n']
  for (const [at, xa_gop_y] of comments.entries()) {
    const credential = await obtainCredential(system.app, small.people[at]!)
    expect((await send({ ...credential, answers: { ...credential.answers, xa_gop_y } })).statusCode).toBe(201)
  }
  await closeCampaign(system.deps, small.code, OFFICER)
  const rows = await system.deps.answerDb.$client<{ comment: string }[]>`
    SELECT answers ->> 'xa_gop_y' AS comment FROM answer.responses WHERE campaign_id = ${small.id}`
  const expected = ['a\ufffdb', 'nửa \ufffd chữ', 'nửa \ufffd chữ', '\\u0000 viết ra', '👍 "dấu" \\ \n']
  expect(rows.map((row) => row.comment).sort()).toEqual(expected.sort())
})
