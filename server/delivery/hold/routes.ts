/** The administrator's word that sending may go on; the hold itself is a part of GET /api/sending. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { hintDispatch } from '../dispatch-deliveries.job.ts'
import { SendingView } from '../plan/schemas.ts'
import { viewSending } from '../plan/view-sending.ts'
import { releaseSending } from './release-hold.ts'
import { ReleaseBody } from './schemas.ts'

export function holdRoutes(app: App, deps: Deps): void {
  app.post(
    '/api/sending/release',
    { preHandler: permit('sending.release'), schema: { body: ReleaseBody, response: { 200: SendingView } } },
    async (req) => {
      await releaseSending(deps, req.body, req.staff)
      await hintDispatch(deps.queue, ['email', 'zalo'])
      return viewSending(deps)
    },
  )
}
