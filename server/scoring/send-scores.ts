/** Answers a request for scores: the whole document, or 304 when the caller has it already (RFC 9110, 13.1.2). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Scores } from './schemas.ts'

export function sendScores(req: FastifyRequest, reply: FastifyReply, read: { scores: Scores; etag: string }) {
  reply.header('etag', read.etag).header('cache-control', 'private, no-cache')
  if (matchesEtag(req.headers['if-none-match'], read.etag)) return reply.code(304).send()
  return reply.send(read.scores)
}

/** If-None-Match: "*", or a list of tags compared weakly, as the RFC asks for this header. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
