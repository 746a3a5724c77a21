import { beforeAll, describe, expect, test } from 'vitest'
import { auditWorld } from './audit.fixture.ts'

const world = auditWorld()

describe('a page', () => {
  beforeAll(async () => {
    await world.write('people.look', { person: 'a' }, 'dot-mot')
    await world.write('people.contact', { person: 'a' }, 'dot-mot')
    await world.write('people.look', { person: 'b' }, 'dot-hai')
    await world.write('hand.print', { people: Array.from({ length: 400 }, (_, at) => `person-${at}`) }, 'dot-hai')
    await world.tamper(
      (sql) => sql`
      INSERT INTO staff.audit (id, at, actor, action, campaign, details) VALUES
        (900001, '2026-03-01T16:59:59Z', 'cu@so.example', 'campaign.open', 'dot-cu', '{}'),
        (900002, '2026-03-01T17:00:00Z', 'cu@so.example', 'campaign.pause', 'dot-cu', '{}'),
        (900003, '2026-03-02T16:59:59Z', 'cu@so.example', 'campaign.close', 'dot-cu', '{}')`,
    )
    await world.tamper(
      (sql) => sql`
      INSERT INTO staff.audit_chain SELECT h.seq + a.id - 900000, a.id, sha256('thử')
      FROM staff.audit a, (SELECT max(seq) AS seq FROM staff.audit_chain) h WHERE a.id > 900000`,
    )
  })
  const actions = async (query: string) => (await world.page(query)).entries.map(({ action }) => action)

  test('has the newest first, and the next one goes on where it ended', async () => {
    const first = await world.page('?limit=2')
    const second = await world.page(`?limit=2&before=${first.next}`)
    const whole = await world.page('?limit=4')
    expect([...first.entries, ...second.entries]).toEqual(whole.entries)
    const seqs = whole.entries.map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a))
    expect((await world.page('?limit=200')).next).toBeNull()
  })

  test('is filtered by campaign, person, act, kind', async () => {
    expect(await actions('?campaign=dot-mot')).toEqual(['people.contact', 'people.look'])
    expect(await actions('?campaign=dot-mot&kind=look')).toEqual(['people.look'])
    expect(await actions('?campaign=dot-mot&kind=change')).toEqual(['people.contact'])
    expect(await actions('?action=people.&campaign=dot-hai')).toEqual(['people.look'])
    expect(await actions('?action=people.contact')).toEqual(['people.contact'])
    expect(await actions('?actor=cu@so.example')).toHaveLength(3)
    expect(await actions('?actor=cu&campaign=')).toEqual([])
  })

  test('is filtered by days of Viet Nam, both included', async () => {
    expect(await actions('?actor=cu@so.example&from=2026-03-02&to=2026-03-02')).toEqual([
      'campaign.close',
      'campaign.pause',
    ])
    expect(await actions('?actor=cu@so.example&to=2026-03-01')).toEqual(['campaign.open'])
    expect(await actions('?actor=cu@so.example&from=2026-03-03')).toEqual([])
  })

  test('leaves long details for the entry itself', async () => {
    const [print] = (await world.page('?action=hand.print')).entries
    expect(print!.details).toBeNull()
    const whole = (await world.get(`/entries/${print!.seq}`)).json()
    expect(whole.details.people).toHaveLength(400)
    expect(whole.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(whole.previous).toBe((await world.get(`/entries/${print!.seq - 1}`)).json().hash)
  })

  test.each(['?limit=0', '?limit=201', '?before=-1', '?before=x', '?from=2026-02-30', '?kind=x', '?actor=%00'])(
    'refuses %s',
    async (query) => {
      expect((await world.get(query)).statusCode).toBe(400)
    },
  )

  test('of a place that was never given is not found', async () => {
    for (const seq of [0, 99_999_999]) expect((await world.get(`/entries/${seq}`)).statusCode).toBe(404)
  })

  test('can be chosen from what there is', async () => {
    const facets = await world.facets()
    expect(facets.campaigns).toEqual(['dot-cu', 'dot-hai', 'dot-mot'])
    expect(facets.actors).toContain('cu@so.example')
    const own = (await world.get('/facets?campaign=dot-mot')).json()
    expect([own.actors, own.actions]).toEqual([['canbo@so.example'], ['people.contact', 'people.look']])
  })
})
