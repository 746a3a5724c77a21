/** Answers a request for scores: the whole document, or 304 when the caller has it already. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Scores } from './schemas.ts'
import { sendKept } from './send-kept.ts'

export function sendScores(
  req: FastifyRequest,
  reply: FastifyReply,
  { scores, etag }: { scores: Scores; etag: string },
) {
  return sendKept(req, reply, { etag, body: scores })
}
