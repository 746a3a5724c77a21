/** POST /api/zalo/webhook. The signature covers the raw bytes, so this route alone keeps them. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { acceptZaloEvent } from './accept-event.ts'
import { WebhookAnswer } from './schemas.ts'

const BODY_LIMIT = 64 * 1024

export function zaloWebhookRoutes(app: App, deps: Deps): void {
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_req, body, done) => done(null, body))
    scope.post(
      '/api/zalo/webhook',
      { bodyLimit: BODY_LIMIT, schema: { response: { 200: WebhookAnswer } } },
      async (req) => {
        const signature = req.headers['x-zevent-signature']
        const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
        await acceptZaloEvent(deps, body, typeof signature === 'string' ? signature : undefined)
        return { received: true as const }
      },
    )
  })
}
