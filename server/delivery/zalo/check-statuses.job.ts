/** Every minute: what nobody could tell is asked of Zalo; see check-statuses.ts. */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { defineJob } from '../../queue/define-job.ts'
import { checkStatuses } from './check-statuses.ts'

export const CHECK_ZALO_STATUSES_MS = 60_000

export const checkZaloStatusesJob = defineJob({
  name: 'zalo.check-statuses',
  schema: z.object({}),
  attempts: 1,
  async run(deps: Deps, _data, tools) {
    await checkStatuses(deps, tools)
  },
})
