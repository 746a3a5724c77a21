/** Posts one signed event to one listener (CONTRACT "Index module"): x-phieu-signature: t=<seconds>,v1=<HMAC-SHA256 of "t.body">. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { defineJob } from '../queue/define-job.ts'
import { claimWebhookDelivery, listDueWebhookDeliveries, postponeWebhook, setWebhookState } from './webhook-queries.ts'

const ATTEMPTS = 10
const TIMEOUT_MS = 10_000
/** 30 s, 1 min, 2 min … about 4 hours in all. */
const backOffMs = (attempt: number): number => 30_000 * 2 ** attempt

export const sendWebhook = defineJob({
  name: 'webhook.send',
  schema: z.object({ webhookDeliveryId: z.string() }),
  async run({ db, secrets, clock }: Deps, { webhookDeliveryId }, { log }) {
    // The lease covers the request; a failure below leaves the row queued and due at the end of its back-off.
    const claimed = await claimWebhookDelivery(db, webhookDeliveryId, new Date(clock.now().getTime() + backOffMs(0)))
    if (!claimed) return
    const secret = secrets.open('webhook', claimed.webhookId, claimed.sealedSecret).toString('utf8')
    if (await post(claimed.url, claimed.body, secret, clock.now())) return setWebhookState(db, claimed.id, 'sent')
    log.warn({ webhookDeliveryId, attempt: claimed.attempts }, 'webhook.refused')
    if (claimed.attempts >= ATTEMPTS) await setWebhookState(db, claimed.id, 'failed')
    else await postponeWebhook(db, claimed.id, new Date(clock.now().getTime() + backOffMs(claimed.attempts)))
  },
})

export const sweepWebhooks = defineJob({
  name: 'webhook.sweep',
  schema: z.object({}),
  async run({ db, queue }: Deps) {
    for (const webhookDeliveryId of await listDueWebhookDeliveries(db)) {
      await queue.add(sendWebhook, { webhookDeliveryId }, { dedupe: webhookDeliveryId })
    }
  },
})

async function post(url: string, body: string, secret: string, now: Date): Promise<boolean> {
  const t = Math.floor(now.getTime() / 1000)
  const signature = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-phieu-signature': `t=${t},v1=${signature}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
