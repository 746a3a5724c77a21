/** Liveness, readiness and metrics (CONTRACT "Operation"). */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client'
import { z } from 'zod'
import { findChannels } from '../delivery/channel-queries.ts'
import { findHold } from '../delivery/hold/queries.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { sha256 } from '../secrets.ts'
import type { App } from './app-types.ts'

const Health = z.object({ status: z.literal('ok') })
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const READY_WITHIN_MS = 3_000

export function healthRoutes(app: App, deps: Deps, registry: Registry): void {
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'phieu_queue_jobs',
    help: 'Jobs in the queue by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const counts = await deps.queue.counts().catch(() => ({}))
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count)
    },
  })

  new Gauge({
    name: 'phieu_sending_held',
    help: '1 while all sending waits for an administrator (a restored or cloned database)',
    registers: [registry],
    async collect() {
      const hold = await findHold(deps.db).catch(() => undefined)
      if (hold === undefined) this.reset()
      else this.set(hold ? 1 : 0)
    },
  })

  new Gauge({
    name: 'phieu_channel_stopped',
    help: '1 while a channel sends nothing, by why: paused, held (for a while), needs-person',
    labelNames: ['channel', 'why'],
    registers: [registry],
    async collect() {
      const now = deps.clock.now()
      for (const row of await findChannels(deps.db).catch(() => [])) {
        this.set({ channel: row.channel, why: 'paused' }, row.pausedAt ? 1 : 0)
        this.set({ channel: row.channel, why: 'held' }, row.heldUntil && row.heldUntil > now ? 1 : 0)
        this.set({ channel: row.channel, why: 'needs-person' }, row.needsPerson ? 1 : 0)
      }
    },
  })

  app.get('/health/live', { schema: { response: { 200: Health } } }, async () => ({ status: 'ok' as const }))

  app.get('/health/ready', { schema: { response: { 200: Health } } }, async () => {
    const stores = Promise.all([deps.db.$client`SELECT 1`, deps.queue.ready()])
    const late = new Promise((_, reject) => setTimeout(reject, READY_WITHIN_MS).unref())
    try {
      await Promise.race([stores, late])
    } catch {
      stores.catch(() => {})
      throw errors.unavailable()
    }
    return { status: 'ok' as const }
  })

  app.get('/metrics', { schema: { hide: true } }, async (req, reply) => {
    if (!mayReadMetrics(req, deps.config.metricsToken)) throw errors.notFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** From this machine itself (not through a proxy), or with the token. */
function mayReadMetrics(req: FastifyRequest, token: string | undefined): boolean {
  const given = req.headers.authorization?.replace(/^Bearer /, '') ?? ''
  if (token && timingSafeEqual(sha256(given), sha256(token))) return true
  return LOOPBACK.has(req.socket.remoteAddress ?? '') && !req.headers['x-forwarded-for'] && !req.headers.forwarded
}
