/**
 * Publishing, and the public page itself: static, without a script, kept by caches for five minutes (a withdrawal reaches
 * everybody within ten). It sets no cookie and logs nothing about who reads it but what every call does.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { permit } from '../../http/permit.ts'
import { CodeParams } from '../../scoring/schemas.ts'
import { sendKept } from '../../scoring/send-kept.ts'
import { sha256 } from '../../secrets.ts'
import { publishResult, withdrawResult } from './publish-result.ts'
import {
  findPublicPage,
  findPublicReceipts,
  findPublicTable,
  findWithdrawal,
  type PublicFile,
  previewPage,
  readPublications,
} from './read-publications.ts'
import { renderNotPublished } from './render-not-published.ts'
import { policyOf } from './render-page.ts'
import { PreviewBody, PreviewView, PublicationsView, PublishBody, WithdrawBody } from './schemas.ts'

const PATH = '/api/campaigns/:code/publications'

export function publishRoutes(app: App, deps: Deps): void {
  app.get(
    PATH,
    { preHandler: permit('index.read'), schema: { params: CodeParams, response: { 200: PublicationsView } } },
    (req) => readPublications(deps, req.params.code),
  )

  app.post(
    PATH,
    {
      preHandler: permit('index.publish'),
      schema: { params: CodeParams, body: PublishBody, response: { 201: PublicationsView } },
    },
    async (req, reply) => {
      await publishResult(deps, req.params.code, req.body, req.staff)
      return reply.code(201).send(await readPublications(deps, req.params.code))
    },
  )

  app.post(
    `${PATH}/preview`,
    {
      preHandler: permit('index.read'),
      schema: { params: CodeParams, body: PreviewBody, response: { 200: PreviewView } },
    },
    (req) => previewPage(deps, req.params.code, req.body),
  )

  app.post(
    `${PATH}/withdraw`,
    {
      preHandler: permit('index.publish'),
      schema: { params: CodeParams, body: WithdrawBody, response: { 200: PublicationsView } },
    },
    async (req) => {
      await withdrawResult(deps, req.params.code, req.body, req.staff)
      return readPublications(deps, req.params.code)
    },
  )

  const open = (path: string, type: string, find: (deps: Deps, code: string) => Promise<PublicFile | null>) =>
    app.get(path, { schema: { hide: true, params: CodeParams } }, async (req, reply) => {
      const file = await find(deps, req.params.code)
      return file
        ? sendPublic(req, reply, type, file)
        : sendNotPublished(reply, await findWithdrawal(deps, req.params.code))
    })
  open('/cong-bo/:code', MEDIA_TYPES.html, findPublicPage)
  open('/cong-bo/:code/ket-qua.csv', MEDIA_TYPES.csv, findPublicTable)
  open('/cong-bo/:code/bien-nhan.txt', MEDIA_TYPES.txt, findPublicReceipts)
}

function sendPublic(req: FastifyRequest, reply: FastifyReply, type: string, { body }: PublicFile) {
  const etag = `"${sha256(body).toString('base64url')}"`
  protect(reply, String(body)).type(type)
  return sendKept(req, reply, { etag, cacheControl: 'public, max-age=300, stale-while-revalidate=300', body })
}

function sendNotPublished(reply: FastifyReply, withdrawnOn: string | null) {
  const page = renderNotPublished(withdrawnOn)
  return protect(reply, page).code(404).type(MEDIA_TYPES.html).header('cache-control', 'no-cache').send(page)
}

const protect = (reply: FastifyReply, page: string): FastifyReply =>
  reply.headers({ 'content-security-policy': policyOf(page), 'referrer-policy': 'no-referrer' })
