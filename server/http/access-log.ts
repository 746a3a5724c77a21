/**
 * One line per request: method, route pattern, status, milliseconds. Never the URL (it can hold a personal link's token)
 * and never the address. The requests of one answer, start, credential and response, leave no line at all: their times
 * alone would join them (promise 1). They are counted in the metrics instead.
 */
import { Counter, Histogram, type Registry } from 'prom-client'
import type { App } from './app-types.ts'

const UNLOGGED = new Set([
  '/api/links/:token',
  '/api/links/:token/start',
  '/api/links/:token/credentials',
  '/api/responses',
  '/p/:token',
])

export function installAccessLog(app: App, registry: Registry): void {
  const requests = new Counter({
    name: 'phieu_http_requests_total',
    help: 'HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'phieu_http_request_seconds',
    help: 'HTTP request duration by route',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (req, reply) => {
    const route = req.routeOptions.url ?? 'none'
    requests.inc({ method: req.method, route, status: reply.statusCode })
    seconds.observe({ route }, reply.elapsedTime / 1000)
    if (UNLOGGED.has(route)) return
    req.server.log.info(
      { method: req.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
}
