/** Answers a request for the index: the whole document, or 304 when the caller has it already (RFC 9110, 13.1.2). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { matchesEtag } from '../../scoring/send-kept.ts'
import type { ReadIndex } from './keep-index.ts'
import { codingFor } from './pack-text.ts'

/**
 * Sends the text that is kept, and compressed as it is kept: with 75 units × 150 leaves (750 kB) going through the schema
 * and compressing once more are most of what a call would cost.
 */
export async function sendIndex(req: FastifyRequest, reply: FastifyReply, { etag, body, packed }: ReadIndex) {
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  if (matchesEtag(req.headers['if-none-match'], etag)) return reply.code(304).send()
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  const coding = codingFor(req.headers['accept-encoding'])
  if (coding === null) return reply.send(body)
  return reply.header('content-encoding', coding).send(await packed(coding))
}
