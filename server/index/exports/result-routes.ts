/** Which campaigns there are, and what was ever frozen, at its digest. */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { App } from '../../http/app-types.ts'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { sendKept } from '../../scoring/send-kept.ts'
import { byClient, perMinute } from '../limit-calls.ts'
import { requireClient } from '../require-client.ts'
import { findResult, listOpenedCampaigns } from './queries.ts'
import { DigestParams, ListedCampaignView, ResultView } from './schemas.ts'

const PROGRAM = { tags: ['index'], security: [{ bearer: [] }] }

const FOR_EVER = 'private, max-age=31536000, immutable'

export function resultRoutes(app: App, { answerDb }: Pick<Deps, 'answerDb'>): void {
  app.get(
    '/api/index/v1/campaigns',
    {
      config: perMinute(120, byClient('index-campaigns')),
      preHandler: requireClient,
      schema: {
        ...{ ...PROGRAM, operationId: 'listCampaigns', summary: 'Campaigns that have been opened, newest first' },
        response: { 200: z.array(ListedCampaignView) },
      },
    },
    async (_req, reply) => {
      reply.header('cache-control', 'private, no-cache')
      return listOpenedCampaigns(answerDb)
    },
  )

  app.get(
    '/api/index/v1/results/:digest',
    {
      config: perMinute(120, byClient('index-results')),
      preHandler: requireClient,
      schema: {
        ...{
          ...PROGRAM,
          operationId: 'readResult',
          summary: 'A final result (index or survey points) at its digest, for ever',
        },
        description: 'The body is canonical JSON (RFC 8785); its SHA-256 in base64url is the digest of the address.',
        ...{ params: DigestParams, response: { 200: ResultView, 304: z.null() } },
      },
    },
    async (req, reply) => {
      const { digest } = req.params
      const document = await findResult(answerDb, digest)
      if (document === undefined) throw errors.resultUnknown()
      reply.type(MEDIA_TYPES.json)
      // Bytes, so that no serializer touches what the digest covers.
      return sendKept(req, reply, { etag: `"${digest}"`, cacheControl: FOR_EVER, body: Buffer.from(document) })
    },
  )
}
