/**
 * The respondent's page, its files and its service worker. A GET spends nothing (promise 7), sets no cookie, and the
 * answer is never stored by anything but the respondent's own device.
 */
import staticFiles from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readLink } from '../credential/read-link.ts'
import { CLIENT_DIST, type Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { App } from '../http/app-types.ts'
import { readPageAssets } from './assets.ts'
import { compressPage } from './compress-page.ts'
import { type Page, renderPage } from './render-page.ts'
import { renderBusy, renderUnknown } from './render-refusal.ts'

const YEAR_MS = 365 * 24 * 3600 * 1000

/** A phone opens its page a handful of times; limits count per link, never per address (an office shares one). */
const PER_LINK = {
  rateLimit: {
    max: 200,
    timeWindow: '1 minute',
    keyGenerator: (req: { params: unknown }) => (req.params as { token: string }).token,
  },
}

/** `dist` is client/dist; it must be built before the application starts. */
export function respondRoutes(app: App, deps: Deps, dist: string = CLIENT_DIST): void {
  const assets = readPageAssets(dist)

  const send = async (req: FastifyRequest, reply: FastifyReply, status: number, page: Page) => {
    const { body, encoding } = await compressPage(page.document, req.headers['accept-encoding'])
    if (encoding) reply.header('content-encoding', encoding)
    return reply
      .code(status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'content-security-policy': page.policy,
        'x-robots-tag': 'noindex, nofollow',
        vary: 'accept-encoding',
      })
      .send(body)
  }

  app.get(
    '/p/:token',
    {
      config: PER_LINK,
      schema: { hide: true },
      errorHandler: (error, req, reply) => {
        const unknown = error instanceof AppError && error.status === 404
        if (!unknown) req.log.warn({ code: (error as { code?: string }).code }, 'respond.page-failed')
        const status = unknown ? 404 : (error.statusCode ?? 503)
        return send(req, reply, status, unknown ? renderUnknown(assets) : renderBusy(assets))
      },
    },
    async (req, reply) => {
      const { token } = req.params as { token: string }
      return send(req, reply, 200, renderPage(await readLink(deps, token), assets))
    },
  )

  app.get('/p/sw.js', { schema: { hide: true } }, (_req, reply) =>
    reply
      .headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' })
      .send(assets.worker),
  )

  app.register(staticFiles, {
    root: `${assets.root}/assets`,
    prefix: '/p/assets/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: YEAR_MS,
    // The console's preview is a page without an origin; to it even these are somebody else's files.
    setHeaders: (reply) => reply.header('access-control-allow-origin', '*'),
  })
}
