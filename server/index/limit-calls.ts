/** Limits of the index module's calls count per program, because programs share addresses. */
import type { FastifyRequest } from 'fastify'

export const perMinute = (max: number, keyGenerator: (req: FastifyRequest) => string) => ({
  rateLimit: { max, timeWindow: '1 minute', hook: 'preHandler' as const, keyGenerator },
})

/** Each `call` has a limit of its own. Behind requireClient. */
export const byClient = (call: string) => (req: FastifyRequest) => `${call} ${req.indexClient}`
