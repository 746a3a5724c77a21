/** A survey that was sent, answered by most, closed and made final, as tests of privacy need it; and requests of staff over HTTP. */
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { closeCampaign } from '../campaigns/close-campaign.ts'
import { finalizeCampaign } from '../campaigns/finalize-campaign.ts'
import { createWave } from '../delivery/create-wave.ts'
import { dispatchDeliveriesJob } from '../delivery/dispatch-deliveries.job.ts'
import type { Role } from '../staff/permissions.ts'
import { createOpenCampaign, type TestCampaign } from '../test/campaign.ts'
import { OFFICER, runJob, startTestSystem, type TestSystem } from '../test/deps.ts'
import { answerAs } from '../test/respondent.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'

type Method = 'GET' | 'POST' | 'PUT'

/** Registers set-up and clean-up; `people` people of one group rate one unit. */
export function privacyWorld() {
  let system: TestSystem
  const signedIn = new Map<Role, SignedIn>()
  beforeAll(async () => {
    system = await startTestSystem()
    for (const role of ['admin', 'officer', 'auditor'] as const) signedIn.set(role, await signInAs(system, role))
  })
  afterAll(() => system.stop())

  const call = (method: Method, url: string, payload?: object, role: Role = 'officer') =>
    system.app.inject({
      ...{ method, url, headers: signedIn.get(role)! },
      ...(payload ? { payload } : {}),
    } as InjectOptions)

  return {
    system: () => system,
    sql: () => system.deps.db.$client,
    call,
    /** Open, with an invitation sent to everybody; the first `answered` have answered. */
    async openSurvey(people: number, answered: number): Promise<TestCampaign> {
      const campaign = await createOpenCampaign(system.deps, { roster: [{ unit: 'AB', group: 'CC', people }] })
      await createWave(system.deps, campaign.code, { kind: 'invitation', channels: ['email', 'zalo'] }, OFFICER)
      for (const channel of ['email', 'zalo'] as const) await runJob(dispatchDeliveriesJob, system.deps, { channel })
      await Promise.all(campaign.people.slice(0, answered).map((person) => answerAs(system.app, person)))
      return campaign
    },
    async finish({ code }: TestCampaign): Promise<void> {
      await closeCampaign(system.deps, code, OFFICER)
      await finalizeCampaign(system.deps, code, OFFICER)
    },
  }
}
