import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prepareCredential, readBlindingKey } from '../../demo/blind-client.ts'
import { createSecrets, newId, sha256 } from '../../secrets.ts'
import { createOpenCampaign, type TestCampaign, type TestPerson } from '../../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../../test/deps.ts'
import { holdLock } from '../../test/held-lock.ts'
import { answerAs, obtainCredential, readLinkOf, requestCredential, sendResponse } from '../../test/respondent.ts'
import { reissueLink } from './reissue-link.ts'
import { showMessage } from './show-message.ts'

let system: TestSystem
let campaign: TestCampaign
let person: TestPerson
let next = 0

beforeAll(async () => {
  system = await startTestSystem()
  campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 60 }] })
})
afterAll(() => system.stop())
beforeEach(() => {
  person = campaign.people[next]!
  next += 1
})

const reissue = (someone = person) => reissueLink(system.deps, { code: campaign.code, person: someone.id }, OFFICER)
const fails = (code: string) => expect.objectContaining({ code })
/** The person with the link that is good now. */
const renewed = (someone: TestPerson, issue: number): TestPerson => ({
  ...someone,
  token: system.deps.secrets.linkToken(someone.id, issue),
})

async function prepare(someone = person, at = 0) {
  const { notice, invitations } = await readLinkOf(system.app, someone)
  const { id, stratum, publicKey } = invitations[at]!
  const prepared = prepareCredential(readBlindingKey(publicKey!), stratum)
  return { invitation: id, consent: { version: notice.version }, blinded: prepared.blinded }
}

/** One more unit to rate, as a roster with several units in a row gives it. */
async function addInvitation(someone = person): Promise<string> {
  const id = newId()
  await system.deps.db.$client`
    INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code, stratum_id)
    SELECT ${id}, campaign_id, respondent_id, block, 'HT', group_code, stratum_id
    FROM identity.invitations WHERE respondent_id = ${someone.id}`
  return id
}

describe('the token', () => {
  test('of the first issue is what it always was, and each later one is another', () => {
    const secrets = createSecrets(Buffer.alloc(32, 7))
    expect(secrets.linkToken('nguoi-thu-nhat', 1)).toBe('l9WztygYXGkhfsy_Xez-zQ')
    const tokens = [1, 2, 3, 12].map((issue) => secrets.linkToken('nguoi-thu-nhat', issue))
    expect(new Set([...tokens, secrets.linkToken('nguoi-thu-hai', 2)]).size).toBe(5)
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })
})

describe('a re-issued link', () => {
  test('ends the old one everywhere at once, and the new one answers', async () => {
    const body = await prepare()
    expect(await reissue()).toEqual({ issue: 2 })
    const { token } = person
    const replies = await Promise.all([
      system.app.inject({ url: `/p/${token}` }),
      system.app.inject({ url: `/api/links/${token}` }),
      requestCredential(system.app, token, body),
      system.app.inject({ method: 'POST', url: `/api/links/${token}/start`, payload: { invitation: body.invitation } }),
      system.app.inject({ url: `/unsubscribe/${token}` }),
      system.app.inject({ method: 'POST', url: `/unsubscribe/${token}` }),
    ])
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404])
    for (const reply of replies.slice(1, 4)) expect(reply.json().code).toBe('link-unknown')
    const [row] = await system.deps.db.$client`SELECT opted_out_at FROM identity.respondents WHERE id = ${person.id}`
    expect(row!.opted_out_at).toBeNull()

    const view = await showMessage(system.deps, { code: campaign.code, person: person.id }, OFFICER)
    const now = renewed(person, 2)
    expect(view.link.endsWith(`/p/${now.token}`)).toBe(true)
    expect(await answerAs(system.app, now)).toMatch(/^[\w-]{22}$/)
  })

  test('can be lost again: every earlier issue stays unknown', async () => {
    await reissue()
    expect(await reissue()).toEqual({ issue: 3 })
    for (const issue of [1, 2]) {
      const reply = await system.app.inject({ url: `/api/links/${renewed(person, issue).token}` })
      expect(reply.statusCode).toBe(404)
    }
    expect((await readLinkOf(system.app, renewed(person, 3))).invitations).toHaveLength(1)
  })

  test('is refused where nothing is left to answer, and the old one stays', async () => {
    await answerAs(system.app, person)
    await expect(reissue()).rejects.toEqual(fails('credential-issued'))
    expect((await readLinkOf(system.app, person)).invitations[0]).toMatchObject({ answered: true })
    await expect(reissueLink(system.deps, { code: campaign.code, person: 'khong-co' }, OFFICER)).rejects.toEqual(
      fails('person-unknown'),
    )
  })

  test('is audited by id, and the token is stored nowhere', async () => {
    await reissue()
    const rows = await system.deps.db.$client<{ details: object }[]>`
      SELECT details FROM staff.audit WHERE action = 'link.reissue' ORDER BY id DESC LIMIT 1`
    expect(rows[0]!.details).toEqual({ person: person.id, issue: 2 })
    const [row] = await system.deps.db.$client`SELECT link_hash FROM identity.respondents WHERE id = ${person.id}`
    expect(row!.link_hash).toEqual(sha256(renewed(person, 2).token))
  })
})

describe('a device that asked for its credential and lost the answer', () => {
  test('gets it again with the old link after a re-issue, and nothing else does', async () => {
    const second = await addInvitation()
    const body = await prepare()
    const first = await requestCredential(system.app, person.token, body)
    await reissue()
    const again = await requestCredential(system.app, person.token, body)
    expect([again.statusCode, again.json()]).toEqual([200, first.json()])
    expect((await requestCredential(system.app, renewed(person, 2).token, body)).json()).toEqual(first.json())

    for (const [token, code] of [
      [person.token, 'link-unknown'],
      [renewed(person, 2).token, 'credential-issued'],
    ] as const) {
      const other = await prepare(renewed(person, 2))
      expect((await requestCredential(system.app, token, other)).json().code).toBe(code)
    }
    const unanswered = { ...body, invitation: second }
    expect((await requestCredential(system.app, person.token, unanswered)).json().code).toBe('link-unknown')
    expect((await requestCredential(system.app, renewed(person, 2).token, unanswered)).statusCode).toBe(200)
  })

  test('sends what it holds a credential for, whatever became of its link', async () => {
    await addInvitation()
    const response = await obtainCredential(system.app, person)
    await reissue()
    expect((await sendResponse(system.app, response)).statusCode).toBe(201)
  })
})

describe('a re-issue and a credential at the same moment', () => {
  /** Waits until so many sessions of this database stand before a lock. */
  const waiting = (count: number) =>
    expect
      .poll(
        async () => {
          const rows = await system.deps.db.$client`
            SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
          return rows.length
        },
        { timeout: 20_000, interval: 20 },
      )
      .toBe(count)

  /** Both wait for the invitation's row, in this order, and go on when it is released. */
  async function inOrder(first: 'credential' | 'reissue') {
    const body = await prepare()
    const lock = await holdLock(
      system.databaseUrl,
      `SELECT FROM identity.invitations WHERE id = '${person.invitation.id}' FOR UPDATE`,
    )
    const credential = () => requestCredential(system.app, person.token, body)
    const settledReissue = () =>
      reissue().then(
        ({ issue }) => `issue ${issue}`,
        (error) => String(error.code),
      )
    const one = first === 'credential' ? credential() : settledReissue()
    await waiting(1)
    const two = first === 'credential' ? settledReissue() : credential()
    await waiting(2)
    await lock.release()
    const [a, b] = await Promise.all([one, two])
    const [reply, outcome] = (first === 'credential' ? [a, b] : [b, a]) as [
      Awaited<ReturnType<typeof credential>>,
      string,
    ]
    return { status: reply.statusCode, code: reply.json().code, outcome }
  }

  test('when the credential is first the link stays', async () => {
    expect(await inOrder('credential')).toEqual({ status: 200, code: undefined, outcome: 'credential-issued' })
    expect((await readLinkOf(system.app, person)).invitations[0]).toMatchObject({ answered: true })
  })

  test('when the re-issue is first the old link is unknown, though it was good when it asked', async () => {
    expect(await inOrder('reissue')).toEqual({ status: 404, code: 'link-unknown', outcome: 'issue 2' })
    expect((await readLinkOf(system.app, renewed(person, 2))).invitations[0]).toMatchObject({ answered: false })
    expect(await answerAs(system.app, renewed(person, 2))).toMatch(/^[\w-]{22}$/)
  })

  test('exactly one of the two happens, many times over, from two processes', async () => {
    const other = await system.startAnother()
    const outcomes = new Map<string, number>()
    for (const someone of campaign.people.slice(20)) {
      const body = await prepare(someone)
      const [reply, outcome] = await Promise.all([
        requestCredential(other.app, someone.token, body),
        reissue(someone).then(
          () => 'reissued',
          (error) => String(error.code),
        ),
      ])
      const happened = `${reply.statusCode} ${outcome}`
      outcomes.set(happened, (outcomes.get(happened) ?? 0) + 1)
    }
    expect([...outcomes.keys()].filter((key) => !['200 credential-issued', '404 reissued'].includes(key))).toEqual([])
  })

  test('a start that is noted in between does not cost the credential', async () => {
    const body = await prepare()
    const [written, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const start = system.deps.db.$client.begin(async (tx) => {
      await tx`UPDATE identity.invitations SET started_on = now()::date WHERE id = ${person.invitation.id}`
      written.resolve()
      await go.promise
    })
    await written.promise
    const credential = requestCredential(system.app, person.token, body)
    await waiting(1)
    go.resolve()
    await start
    expect((await credential).statusCode).toBe(200)
  })
})
