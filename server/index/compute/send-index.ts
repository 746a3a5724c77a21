/** Answers a request for the index: the whole document, or 304 when the caller has it already (RFC 9110, 13.1.2). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { matchesEtag } from '../../scoring/send-scores.ts'
import type { ReadIndex } from './keep-index.ts'

/** Sends the text that is kept, which the schema has not to go through again: with 75 units × 150 leaves that is most of the time. */
export function sendIndex(req: FastifyRequest, reply: FastifyReply, { etag, body }: ReadIndex) {
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  if (matchesEtag(req.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(body)
}
