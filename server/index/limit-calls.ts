/** Limits of the index module's calls count per program, because programs share addresses. */
import type { FastifyRequest } from 'fastify'

/** `hook`: where a call counts; before a large body is read, one that is refused counts too. */
export const perMinute = (
  max: number,
  keyGenerator: (req: FastifyRequest) => string,
  hook: 'preParsing' | 'preHandler' = 'preHandler',
) => ({ rateLimit: { max, timeWindow: '1 minute', hook, keyGenerator } })

/** Each `call` has a limit of its own. Behind requireClient or requireScope. */
export const byClient = (call: string) => (req: FastifyRequest) => `${call} ${req.indexClient}`
