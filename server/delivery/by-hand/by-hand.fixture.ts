/** What the tests of this room share: a system, and for each test a campaign of eight people whom an officer reaches by hand. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createOpenCampaign, type TestCampaign } from '../../test/campaign.ts'
import { startTestSystem, type TestSystem } from '../../test/deps.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import type { ByHandView } from './schemas.ts'

export type Call = { method?: 'GET' | 'POST' | 'DELETE'; payload?: object; headers?: object }

/** Call at the top of a test file; the values stand from the first test on. */
export function byHandWorld() {
  let system: TestSystem
  let officer: SignedIn
  let campaign: TestCampaign

  beforeAll(async () => {
    system = await startTestSystem()
    officer = await signInAs(system, 'officer')
  })
  afterAll(() => system.stop())
  beforeEach(async () => {
    campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 8 }] })
  })

  const sql = () => system.deps.db.$client
  const call = (path: string, { method = 'GET', payload, headers = officer }: Call = {}, code = campaign.code) =>
    system.app.inject({
      method,
      url: `/api/campaigns/${code}${path}`,
      headers: { ...headers },
      ...(payload && { payload }),
    })

  return {
    system: () => system,
    campaign: () => campaign,
    sql,
    call,
    post: (path: string, payload?: object) => call(path, { method: 'POST', ...(payload && { payload }) }),
    list: async (query = ''): Promise<ByHandView> => (await call(`/by-hand${query}`)).json(),
    /** Details as they are written, oldest first. */
    async audits(action: string): Promise<string[]> {
      const rows = await sql()<{ details: string }[]>`
        SELECT details::text AS details FROM staff.audit WHERE action = ${action} AND campaign = ${campaign.code} ORDER BY id`
      return rows.map(({ details }) => details)
    },
  }
}
