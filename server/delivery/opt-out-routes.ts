/** GET shows a button; POST, by the button or by a mail program's one click (RFC 8058), opts out. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { optOut, optOutKeyOf } from './opt-out.ts'
import { renderOptOutDone, renderOptOutQuestion, renderOptOutSample, renderOptOutUnknown } from './opt-out-page.ts'
import { findOptOut } from './opt-out-queries.ts'
import { PAGE_HEADERS } from './page-html.ts'
import { TokenParams } from './schemas.ts'
import { SAMPLE_TOKEN } from './templates/sample-message.ts'

const SCHEMA = { hide: true, params: TokenParams, response: { 200: z.string(), 404: z.string() } }

export function optOutRoutes(app: App, deps: Deps): void {
  app.get('/unsubscribe/:token', { schema: SCHEMA }, async (req, reply) => {
    if (req.params.token === SAMPLE_TOKEN) return page(reply, 200, renderOptOutSample())
    const found = await findOptOut(deps.db, optOutKeyOf(deps.secrets, req.params.token))
    if (!found) return page(reply, 404, renderOptOutUnknown())
    return page(reply, 200, found.optedOut ? renderOptOutDone(found) : renderOptOutQuestion(found))
  })

  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers()
    // Neither the button's empty form nor "List-Unsubscribe=One-Click" says more than that it was a POST.
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_req, _body, done) => done(null, null))
    scope.post('/unsubscribe/:token', { bodyLimit: 4096, schema: SCHEMA }, async (req, reply) => {
      const found = await findOptOut(deps.db, optOutKeyOf(deps.secrets, req.params.token))
      if (!found) return page(reply, 404, renderOptOutUnknown())
      await optOut(deps, req.params.token)
      return page(reply, 200, renderOptOutDone(found))
    })
  })
}

function page(reply: FastifyReply, status: 200 | 404, html: string): FastifyReply {
  return reply.code(status).headers(PAGE_HEADERS).send(html)
}
