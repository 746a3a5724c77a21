/** Answers that a program or browser may keep and ask about again by their tag (RFC 9110, 13.1.2). */
import type { FastifyReply, FastifyRequest } from 'fastify'

/** `cacheControl` says for how long without asking; 304 without `body` for a caller who has this version. */
export function sendKept(
  req: FastifyRequest,
  reply: FastifyReply,
  { etag, cacheControl = 'private, no-cache', body }: { etag: string; cacheControl?: string; body: unknown },
) {
  reply.header('etag', etag).header('cache-control', cacheControl)
  return matchesEtag(req.headers['if-none-match'], etag) ? reply.code(304).send() : reply.send(body)
}

/** If-None-Match: "*", or a list of tags compared weakly, as the RFC asks for this header. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
