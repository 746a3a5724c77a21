/** Zalo's receipts, and the token that a person gives. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { permit } from '../../http/permit.ts'
import { replaceZaloToken } from './replace-token.ts'
import { ZaloTokenBody, ZaloTokenView } from './schemas.ts'
import { zaloWebhookRoutes } from './webhook-routes.ts'

export function zaloRoutes(app: App, deps: Deps): void {
  zaloWebhookRoutes(app, deps)
  app.post(
    '/api/sending/zalo-token',
    { preHandler: permit('sending.release'), schema: { body: ZaloTokenBody, response: { 200: ZaloTokenView } } },
    (req) => replaceZaloToken(deps, req.body.refreshToken, req.staff),
  )
}
