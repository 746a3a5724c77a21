/**
 * Looks after Zalo's token when nobody sends: a refresh token dies after three idle months, and a chain that is broken or
 * was never begun should show before the next wave, not with it.
 */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { defineJob } from '../../queue/define-job.ts'

export const KEEP_ZALO_TOKEN_MS = 10 * 60_000

export const keepZaloTokenJob = defineJob({
  name: 'zalo.keep-token',
  schema: z.object({}),
  attempts: 1,
  async run({ zaloTokens }: Deps, _data, { log }) {
    const done = await zaloTokens?.keepAlive()
    if (done === 'renewed') log.info('zalo.token-renewed')
    if (done === 'failed') log.warn('zalo.token-trouble')
  },
})
