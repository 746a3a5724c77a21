import { describe, expect, test } from 'vitest'
import { closeCampaign } from '../../campaigns/close-campaign.ts'
import { createDraft, createOpenCampaign } from '../../test/campaign.ts'
import { OFFICER } from '../../test/deps.ts'
import { answerAs } from '../../test/respondent.ts'
import { signInAs } from '../../test/staff.ts'
import { byHandWorld, type Call } from './by-hand.fixture.ts'
import type { ByHandPerson } from './schemas.ts'

const { system, campaign, sql, call, post, list, audits } = byHandWorld()

describe('a message to copy', () => {
  test('holds the person’s own link on its last line, which opens their page, and the chat in Zalo', async () => {
    const [person] = campaign().people
    const view = (await post(`/by-hand/${person!.id}/message`)).json()
    expect(view.link.endsWith(`/p/${person!.token}`)).toBe(true)
    expect(view.text.split('\n').at(-1)).toBe(view.link)
    expect(view.text).toContain(person!.name)
    expect(view.text.length).toBeLessThan(600)
    expect(view).toMatchObject({ chatUrl: `https://zalo.me/${person!.phone}`, optedOut: false })
    expect((await system().app.inject({ url: `/p/${person!.token}` })).statusCode).toBe(200)
  })

  test('is written down as a look at that person’s link, by id alone', async () => {
    const [person] = campaign().people
    await post(`/by-hand/${person!.id}/message`)
    expect(await audits('hand.look')).toEqual([JSON.stringify({ person: person!.id }).replace(':', ': ')])
  })

  test('is refused where nothing is left to answer, and for a person of another campaign', async () => {
    const [person] = campaign().people
    await answerAs(system().app, person!)
    const done = await post(`/by-hand/${person!.id}/message`)
    expect([done.statusCode, done.json().code]).toEqual([409, 'credential-issued'])
    const other = await createOpenCampaign(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
    const foreign = await post(`/by-hand/${other.people[0]!.id}/message`)
    expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'person-unknown'])
    expect(await audits('hand.look')).toEqual([])
  })

  test('has no chat without a phone, and says when the person wants no more messages', async () => {
    const [person] = campaign().people
    await sql()`UPDATE identity.respondents SET phone = NULL, opted_out_at = now() WHERE id = ${person!.id}`
    expect((await post(`/by-hand/${person!.id}/message`)).json()).toMatchObject({ chatUrl: null, optedOut: true })
  })
})

describe('marks', () => {
  const handedOf = async (id: string): Promise<ByHandPerson['handed']> =>
    (await list('?scope=unanswered')).people.find((person) => person.id === id)!.handed

  test('say who handed the link over and how, and can be taken back one by one', async () => {
    const [person] = campaign().people
    await post(`/by-hand/${person!.id}/handed`, { how: 'paper' })
    const marked = await post(`/by-hand/${person!.id}/handed`, { how: 'zalo-chat' })
    expect(marked.json().handed).toMatchObject({ how: 'zalo-chat', by: expect.stringMatching(/^officer-/) })
    expect(await handedOf(person!.id)).toEqual(marked.json().handed)
    expect((await list('?scope=unanswered')).handed).toBe(1)
    const undone = await call(`/by-hand/${person!.id}/handed`, { method: 'DELETE' })
    expect(undone.json().handed).toMatchObject({ how: 'paper' })
    await call(`/by-hand/${person!.id}/handed`, { method: 'DELETE' })
    expect((await call(`/by-hand/${person!.id}/handed`, { method: 'DELETE' })).json()).toEqual({ handed: null })
    expect(await handedOf(person!.id)).toBeNull()
    expect([(await audits('hand.mark')).length, (await audits('hand.unmark')).length]).toEqual([2, 2])
  })

  test('can be made for a pile of cards at once, of this campaign only', async () => {
    const other = await createOpenCampaign(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 5 }] })
    const people = [...campaign().people.slice(0, 3), campaign().people[0]!, other.people[0]!].map(({ id }) => id)
    expect((await post('/by-hand/handed', { people, how: 'paper' })).json()).toEqual({ handed: 3 })
    expect((await list('?scope=unanswered')).handed).toBe(3)
  })
})

describe('who and when', () => {
  test('a draft has no links to hand over, and a closed campaign none any more', async () => {
    const draft = await createDraft(system().deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
    const [someone] = campaign().people
    await closeCampaign(system().deps, campaign().code, OFFICER)
    const calls: [string, Call][] = [
      ['/by-hand', {}],
      ['/by-hand/sheet', {}],
      ['/by-hand/PERSON/message', { method: 'POST' }],
      ['/by-hand/PERSON/handed', { method: 'POST', payload: { how: 'paper' } }],
      ['/people/PERSON/reissue', { method: 'POST' }],
      ['/people/PERSON/contact', { method: 'POST', payload: { email: 'a@sonla.gov.vn' } }],
    ]
    for (const [path, options] of calls) {
      const early = await call(path.replace('PERSON', draft.people[0]!.id), options, draft.code)
      expect([path, early.statusCode, early.json().code]).toEqual([path, 409, 'campaign-not-open'])
      const late = await call(path.replace('PERSON', someone!.id), options)
      expect([path, late.statusCode, late.json().code]).toEqual([path, 409, 'campaign-closed'])
    }
  })

  test.each(['auditor', 'unit'] as const)('is nothing for role %s', async (role) => {
    const headers = await signInAs(system(), role, role === 'unit' ? 'AB' : null)
    const [someone] = campaign().people
    for (const [path, method] of [
      ['/by-hand', 'GET'],
      ['/by-hand/sheet', 'GET'],
      [`/by-hand/${someone!.id}/message`, 'POST'],
      [`/people/${someone!.id}/reissue`, 'POST'],
    ] as const)
      expect((await call(path, { method, headers })).statusCode).toBe(403)
  })
})
