/** The officers' console: built files under /console/, and its one page for every path in it. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { App } from './app-types.ts'

/** `dist` is client/dist; its assets have hashed names and lie there compressed as well. */
export async function consoleRoutes(app: App, dist: string): Promise<void> {
  const root = join(dist, 'monitor')
  const page = join(root, 'index.html')
  if (!existsSync(page)) {
    app.log.warn('console.not-built')
    return
  }
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/console/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  const sendPage = { schema: { hide: true } }
  app.get('/', sendPage, async (_req, reply) => reply.redirect('/console/'))
  for (const path of ['/console', '/console/', '/console/*']) {
    app.get(path, sendPage, async (_req, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(await readFile(page, 'utf8')),
    )
  }
}
