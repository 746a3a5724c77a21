/** The real application listening on a port, an open campaign, and the address of one person's link. */
import type { Socket } from 'node:net'
import { builtAssets } from '../../server/respond/respond.fixture.ts'
import { createOpenCampaign, type RosterPart, type TestCampaign } from '../../server/test/campaign.ts'
import { startTestSystem, type TestSystem } from '../../server/test/deps.ts'

export type RespondSystem = TestSystem & {
  origin: string
  /** Everything the application has written to its connections so far, headers included. */
  bytesSent(): number
  /** Opens a campaign; `link(n)` is the address of its nth person's page. */
  campaign(options: {
    definition: string
    roster: RosterPart[]
  }): Promise<TestCampaign & { link(person: number): string }>
}

export async function startRespondSystem(): Promise<RespondSystem> {
  await builtAssets()
  const system = await startTestSystem()
  const sockets: Socket[] = []
  system.app.server.on('connection', (socket) => sockets.push(socket))
  const origin = (await system.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  return {
    ...system,
    origin,
    bytesSent: () => sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0),
    async campaign(options) {
      const campaign = await createOpenCampaign(system.deps, options)
      return { ...campaign, link: (person) => `${origin}/p/${campaign.people[person]!.token}` }
    },
  }
}
