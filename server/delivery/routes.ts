/** Waves, the providers' receipts, opting out, and the outbox of a first run. */
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { permit } from '../http/permit.ts'
import { byHandRoutes } from './by-hand/routes.ts'
import { createWave } from './create-wave.ts'
import { hintDispatch } from './dispatch-deliveries.job.ts'
import { holdRoutes } from './hold/routes.ts'
import { optOutRoutes } from './opt-out-routes.ts'
import { outboxRoutes } from './outbox-routes.ts'
import { pictureRoutes } from './picture/routes.ts'
import { planRoutes } from './plan/plan-routes.ts'
import { sendingRoutes } from './plan/sending-routes.ts'
import { CodeParams, WaveBody, WaveView } from './schemas.ts'
import { templateRoutes } from './templates/routes.ts'
import { zaloRoutes } from './zalo/routes.ts'

export function deliveryRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/campaigns/:code/waves',
    { preHandler: permit('wave.create'), schema: { params: CodeParams, body: WaveBody, response: { 201: WaveView } } },
    async (req, reply) => {
      const { at, ...input } = req.body
      const wave = await createWave(deps, req.params.code, { ...input, at: at ? new Date(at) : undefined }, req.staff)
      await hintDispatch(deps.queue, input.channels)
      return reply.code(201).send(wave)
    },
  )
  zaloRoutes(app, deps)
  optOutRoutes(app, deps)
  outboxRoutes(app, deps)
  byHandRoutes(app, deps)
  pictureRoutes(app, deps)
  planRoutes(app, deps)
  sendingRoutes(app, deps)
  templateRoutes(app, deps)
  holdRoutes(app, deps)
}
