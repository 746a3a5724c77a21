/** What the tests of bringing things in share: a running system, an officer, and an open campaign with an index for each test. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import { storeIndexCampaign } from './stored-index.fixture.ts'

/** Call at the top of a test file; `system` and `officer` stand from the first test on, `campaign` is another in each. */
export function openCampaigns() {
  const world = {} as { system: TestSystem; officer: SignedIn; campaign: { id: string; code: string } }
  let made = 0
  beforeAll(async () => {
    world.system = await startTestSystem()
    world.officer = await signInAs(world.system, 'officer')
  })
  afterAll(() => world.system?.stop())
  beforeEach(async () => {
    made += 1
    const code = `chi-so-${made}`
    world.campaign = { id: await storeIndexCampaign(world.system.deps.db, code, 'open'), code }
  })
  return world
}
