/** What the tests of invitations share: an office, its administrator, and whoever holds a link. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { newId } from '../../secrets.ts'
import { postSession, type SignedIn } from '../../test/staff.ts'
import { type Office, startOffice } from '../office.fixture.ts'

const NEW_PASSWORD = 'hoa ban nở trắng rừng'

export const newAddress = () => `nguoi-${newId().toLowerCase()}@so.example`

/** Call at the top of a test file; `office` and `admin` stand from the first test on. */
export function invitingOffice() {
  const world = {} as { office: Office; admin: SignedIn & { id: string; email: string } }
  beforeAll(async () => {
    world.office = await startOffice({ PUBLIC_URL: 'https://phieu.example' })
    world.admin = await world.office.enter('admin')
  })
  afterAll(() => world.office?.stop())
  beforeEach(() => world.office.audited())

  return Object.assign(world, {
    invite: (email: string, more: object = {}) =>
      world.office.call(world.admin, 'POST', '/api/accounts', { email, name: 'Lò Thị Ánh', role: 'officer', ...more }),
    look: (token: string) => world.office.call(undefined, 'POST', '/api/join/look', { token }),
    join: (token: string, password = NEW_PASSWORD, name?: string) =>
      world.office.call(undefined, 'POST', '/api/join', { token, password, ...(name ? { name } : {}) }),
    /** With the password that `join` sets. */
    signIn: (email: string, password = NEW_PASSWORD) => postSession(world.office.system.app, email, { password }),
    listed: async () =>
      (await world.office.call(world.admin, 'GET', '/api/invitations')).json() as {
        id: string
        email: string
        state: string
      }[],
    /** How many sessions of the database stand still. */
    async waiting(): Promise<number> {
      const rows = await world.office.system.deps.db.$client`
        SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
      return rows.length
    },
  })
}
