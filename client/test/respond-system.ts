/** The real application listening on a port, and campaigns in it with the addresses of people's links. */
import type { Socket } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { builtAssets } from '../../server/respond/respond.fixture.ts'
import { createOpenCampaign, type RosterPart, type TestCampaign } from '../../server/test/campaign.ts'
import { startTestSystem, type TestSystem } from '../../server/test/deps.ts'
import { launchBrowser } from './browser.ts'

/** `link(n)` is the address of its nth person's page. */
type Answerable = TestCampaign & { link(person: number): string }

export type RespondSystem = TestSystem & {
  origin: string
  /** Everything the application has written to its connections so far, headers included. */
  bytesSent(): number
  /** Opens a campaign. */
  campaign(options: { definition: string; roster: RosterPart[] }): Promise<Answerable>
  /** Two people whom no other test was given, of a campaign that tests share: for those that leave it as it is. */
  invited(unit: string, group: string): Promise<Answerable>
}

/** Of the file whose tests run; there once its first hook has run. */
export let system: RespondSystem
export let browser: Browser

/** Starts both for the file that calls it, ends them after its last test, and puts every phone away after each. */
export function openSurveys(): void {
  beforeAll(async () => {
    ;[system, browser] = await Promise.all([startRespondSystem(), launchBrowser()])
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  })
}

async function startRespondSystem(): Promise<RespondSystem> {
  await builtAssets()
  const started = await startTestSystem()
  const sockets: Socket[] = []
  started.app.server.on('connection', (socket) => sockets.push(socket))
  const origin = (await started.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  const withLinks = (campaign: TestCampaign): Answerable => ({
    ...campaign,
    link: (person) => `${origin}/p/${campaign.people[person]!.token}`,
  })
  const shared = new Map<string, Promise<TestCampaign>>()
  return {
    ...started,
    origin,
    bytesSent: () => sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0),
    campaign: async (options) => withLinks(await createOpenCampaign(started.deps, options)),
    async invited(unit, group) {
      const key = `${unit} ${group}`
      const roster = [{ unit, group, people: 40 }]
      if (!shared.has(key)) shared.set(key, createOpenCampaign(started.deps, { definition: 'son-la-2024', roster }))
      const campaign = await shared.get(key)!
      const people = campaign.people.splice(0, 2)
      if (people.length < 2) throw new Error('more tests share this campaign than it has people')
      return withLinks({ ...campaign, people })
    },
  }
}
