/** Answers that a program or browser may keep and ask about again by their tag (RFC 9110, 13.1.2). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { matchesEtag } from '../../scoring/send-scores.ts'

/** `cacheControl` says for how long without asking; 304 without `body` for a caller who has this version. */
export function sendKept(
  req: FastifyRequest,
  reply: FastifyReply,
  { etag, cacheControl = 'private, no-cache', body }: { etag: string; cacheControl?: string; body: unknown },
) {
  reply.header('etag', etag).header('cache-control', cacheControl)
  return matchesEtag(req.headers['if-none-match'], etag) ? reply.code(304).send() : reply.send(body)
}
