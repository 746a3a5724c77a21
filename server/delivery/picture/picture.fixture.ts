/** What the picture's tests share: a running system, staff of each role, campaigns whose every state is written outright. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { deliveries, handDeliveries, waves } from '../../db/delivery-schema.ts'
import { campaigns, invitations, respondents } from '../../db/schema.ts'
import { newId } from '../../secrets.ts'
import type { Role } from '../../staff/permissions.ts'
import { startTestSystem, type TestSystem } from '../../test/deps.ts'
import { soundDefinition } from '../../test/sound-definition.ts'
import { cookieOf, createAccount, postSession, type SignedIn } from '../../test/staff.ts'

type RespondentRow = typeof respondents.$inferInsert
type WaveRow = typeof waves.$inferInsert
type DeliveryRow = typeof deliveries.$inferInsert

/** `answered`: of how many invitations; `started` alone: pressed Bắt đầu only. */
export type TestPerson = Partial<
  Pick<RespondentRow, 'fullName' | 'email' | 'phone' | 'externalCode' | 'emailFailure' | 'phoneFailure'>
> & {
  optedOut?: boolean
  units?: string[]
  started?: boolean
  answered?: number
}
export type Campaign = { id: string; code: string; people: string[] }

export const SENT_AT = new Date('2026-03-02T08:05:00+07:00')

/** Call at the top of a test file; the values stand from the first test on. */
export function pictureWorld() {
  let system: TestSystem
  const staff = new Map<Role, SignedIn & { email: string }>()
  beforeAll(async () => {
    system = await startTestSystem()
    for (const role of ['admin', 'officer', 'auditor', 'unit'] as const) {
      const email = await createAccount(system.deps, role, { unit: role === 'unit' ? 'AB' : null })
      const reply = await postSession(system.app, email)
      staff.set(role, { email, cookie: cookieOf(reply), 'x-csrf-token': reply.json().csrfToken })
    }
  })
  afterAll(() => system?.stop())

  const db = () => system.deps.db

  async function campaign(
    people: TestPerson[],
    status: 'draft' | 'open' | 'paused' | 'closed' = 'open',
  ): Promise<Campaign> {
    const definition = await soundDefinition('example-commune')
    const block = definition.blocks[0]!
    const id = newId()
    const code = `dot-${randomBytes(5).toString('hex')}`
    await db()
      .insert(campaigns)
      .values({
        ...{ id, code, title: 'Khảo sát', status, definition, definitionHash: 'x', minimumCell: 5 },
        ...{ sendingHours: 'any', opensAt: SENT_AT },
      })
    const rows = people.map((person, at): RespondentRow => {
      const { optedOut, units, started, answered, ...columns } = person
      const optedOutAt = optedOut ? SENT_AT : null
      return { id: newId(), campaignId: id, fullName: `Người ${at}`, linkHash: randomBytes(32), optedOutAt, ...columns }
    })
    const asked = people.flatMap(({ units = ['AB'], started = false, answered = 0 }, at) =>
      units.map((unit, place) => ({
        ...{
          id: newId(),
          campaignId: id,
          respondentId: rows[at]!.id,
          block: block.code,
          unit,
          group: block.groups[0]!.code,
        },
        startedOn: started ? '2026-03-03' : null,
        answeredOn: place < answered ? '2026-03-04' : null,
      })),
    )
    if (rows.length > 0) await db().insert(respondents).values(rows)
    if (asked.length > 0) await db().insert(invitations).values(asked)
    return { id, code, people: rows.map((row) => row.id) }
  }

  async function wave(of: Campaign, number: number, columns: Partial<WaveRow> = {}): Promise<string> {
    const id = newId()
    await db()
      .insert(waves)
      .values({
        ...{
          id,
          campaignId: of.id,
          number,
          kind: number === 1 ? 'invitation' : 'reminder',
          channels: ['email', 'zalo'],
        },
        ...{ startsAt: SENT_AT, frozenAt: SENT_AT, ...columns },
      })
    return id
  }

  async function message(
    of: Campaign,
    waveId: string,
    columns: Pick<DeliveryRow, 'respondentId' | 'channel'> & Partial<DeliveryRow>,
  ): Promise<string> {
    const id = newId()
    await db()
      .insert(deliveries)
      .values({ id, campaignId: of.id, waveId, dueAt: SENT_AT, ...columns })
    return id
  }

  return {
    system: () => system,
    db,
    campaign,
    wave,
    message,
    email: (role: Role) => staff.get(role)!.email,
    hand: (of: Campaign, respondentId: string, at = SENT_AT) =>
      db()
        .insert(handDeliveries)
        .values({ id: newId(), campaignId: of.id, respondentId, how: 'paper', by: 'canbo@so.example', at }),
    row: async (id: string) => (await db().select().from(deliveries)).find((row) => row.id === id)!,
    audits: async (of: Campaign) =>
      db().$client<{ actor: string; action: string; details: Record<string, unknown> }[]>`
        SELECT actor, action, details FROM staff.audit WHERE campaign = ${of.code} ORDER BY id`,
    get: (path: string, role: Role = 'officer') =>
      system.app.inject({ url: `/api/campaigns/${path}`, headers: headersOf(staff.get(role)!) }),
    post: (path: string, payload: object, role: Role = 'officer') =>
      system.app.inject({
        method: 'POST',
        url: `/api/campaigns/${path}`,
        payload,
        headers: headersOf(staff.get(role)!),
      }),
  }
}

const headersOf = ({ cookie, 'x-csrf-token': token }: SignedIn) => ({ cookie, 'x-csrf-token': token })
