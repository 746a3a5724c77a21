/** The privacy calls: requests of respondents, notices and consent, retention and purge, the documents. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { MEDIA_TYPES } from '../http/media-types.ts'
import { permit } from '../http/permit.ts'
import { addRequest } from './add-request.ts'
import { closeRequest } from './close-request.ts'
import { correctPerson } from './correct-person.ts'
import type { OfficeDocument } from './documents/document.ts'
import { DOCUMENT_HEADERS, renderDocumentPage } from './documents/render-page.ts'
import { erasePerson, previewErasure } from './erase-person.ts'
import { findCandidates } from './find-candidates.ts'
import { readRequestCounts, readRequests } from './list-requests.ts'
import { purgeConfirmed } from './purge-confirmed.ts'
import { readHeldDocument, readRegister } from './read-documents.ts'
import { readNotices } from './read-notices.ts'
import { readRetention } from './read-retention.ts'
import {
  CandidatesQuery,
  CandidatesView,
  CloseBody,
  CodeParams,
  CorrectBody,
  EraseBody,
  ErasePreview,
  NoticesView,
  PurgeBody,
  PurgedView,
  RequestBody,
  RequestCounts,
  RequestParams,
  RequestsView,
  RequestView,
  RetentionBody,
  RetentionView,
} from './schemas.ts'
import { changeRetention } from './set-retention.ts'
import { withdrawPerson } from './withdraw-person.ts'

const BASE = '/api/campaigns/:code/privacy'
const ONE = `${BASE}/requests/:request`
const FORMATS = ['docx', 'html'] as const

export function privacyRoutes(app: App, deps: Deps): void {
  const read = permit('privacy.read')
  const change = permit('privacy.change')
  const purge = permit('privacy.purge')
  const listed = (req: { params: { code: string }; staff: Parameters<typeof readRequests>[2] }) =>
    readRequests(deps, req.params.code, req.staff)

  app.get(
    `${BASE}/requests`,
    { preHandler: read, schema: { params: CodeParams, response: { 200: RequestsView } } },
    listed,
  )

  app.get(
    `${BASE}/requests/counts`,
    { preHandler: read, schema: { params: CodeParams, response: { 200: RequestCounts } } },
    (req) => readRequestCounts(deps, req.params.code),
  )

  app.get(
    `${BASE}/people`,
    {
      preHandler: change,
      schema: { params: CodeParams, querystring: CandidatesQuery, response: { 200: CandidatesView } },
    },
    (req) => findCandidates(deps, req.params.code, req.query.search, req.staff),
  )

  app.post(
    `${BASE}/requests`,
    { preHandler: change, schema: { params: CodeParams, body: RequestBody, response: { 201: RequestView } } },
    async (req, reply) => reply.code(201).send(await addRequest(deps, req.params.code, req.body, req.staff)),
  )

  app.post(
    `${ONE}/close`,
    { preHandler: change, schema: { params: RequestParams, body: CloseBody, response: { 200: RequestsView } } },
    async (req) => {
      await closeRequest(deps, req.params, req.body, req.staff)
      return listed(req)
    },
  )

  app.post(
    `${ONE}/correct`,
    { preHandler: change, schema: { params: RequestParams, body: CorrectBody, response: { 200: RequestsView } } },
    async (req) => {
      await correctPerson(deps, req.params, req.body, req.staff)
      return listed(req)
    },
  )

  app.post(
    `${ONE}/withdraw`,
    { preHandler: change, schema: { params: RequestParams, response: { 200: RequestsView } } },
    async (req) => {
      await withdrawPerson(deps, req.params, req.staff)
      return listed(req)
    },
  )

  app.get(
    `${ONE}/erase`,
    { preHandler: change, schema: { params: RequestParams, response: { 200: ErasePreview } } },
    (req) => previewErasure(deps, req.params),
  )

  app.post(
    `${ONE}/erase`,
    { preHandler: change, schema: { params: RequestParams, body: EraseBody, response: { 200: RequestsView } } },
    async (req) => {
      await erasePerson(deps, req.params, req.body.confirm, req.staff)
      return listed(req)
    },
  )

  app.get(
    `${BASE}/notices`,
    { preHandler: read, schema: { params: CodeParams, response: { 200: NoticesView } } },
    (req) => readNotices(deps, req.params.code),
  )

  app.get(
    `${BASE}/retention`,
    { preHandler: read, schema: { params: CodeParams, response: { 200: RetentionView } } },
    (req) => readRetention(deps, req.params.code),
  )

  app.put(
    `${BASE}/retention`,
    { preHandler: purge, schema: { params: CodeParams, body: RetentionBody, response: { 200: RetentionView } } },
    async (req) => {
      await changeRetention(deps, req.params.code, req.body, req.staff)
      return readRetention(deps, req.params.code)
    },
  )

  app.post(
    `${BASE}/purge`,
    { preHandler: purge, schema: { params: CodeParams, body: PurgeBody, response: { 200: PurgedView } } },
    (req) => purgeConfirmed(deps, req.params.code, req.body.confirm, req.staff),
  )

  for (const format of FORMATS) {
    app.get(
      `${ONE}/document.${format}`,
      { preHandler: change, schema: { params: RequestParams, response: { 200: z.any() } } },
      async (req, reply) =>
        sendDocument(
          reply,
          await readHeldDocument(deps, req.params, req.staff),
          format,
          `du-lieu-ca-nhan-${req.params.request}`,
        ),
    )

    app.get(
      `${BASE}/register.${format}`,
      { preHandler: read, schema: { params: CodeParams, response: { 200: z.any() } } },
      async (req, reply) =>
        sendDocument(
          reply,
          await readRegister(deps, req.params.code),
          format,
          `ho-so-xu-ly-du-lieu-${req.params.code}`,
        ),
    )
  }
}

async function sendDocument(
  reply: FastifyReply,
  document: OfficeDocument,
  format: (typeof FORMATS)[number],
  name: string,
): Promise<FastifyReply> {
  if (format === 'html') return reply.headers(DOCUMENT_HEADERS).send(renderDocumentPage(document))
  // The library is large and seldom needed.
  const { renderDocx } = await import('./documents/render-docx.ts')
  reply.header('content-disposition', `attachment; filename="${name}.docx"`).header('cache-control', 'no-store')
  return reply.type(MEDIA_TYPES.docx).send(await renderDocx(document))
}
