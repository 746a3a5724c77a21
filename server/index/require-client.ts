/** The guard of the index module's calls: a bearer token that issue-token.ts signed, for this side only. */
import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import { errors } from '../errors.ts'

export const INDEX_AUDIENCE = 'index'

declare module 'fastify' {
  interface FastifyRequest {
    /** The program behind the bearer token; set by requireClient. */
    indexClient: string
  }
}

/** Throws token-invalid (401) without a token, or with one that is altered, expired or meant for another side. */
export const requireClient: preHandlerAsyncHookHandler = async (req, reply) => {
  const client = clientOf(req)
  if (client === null) {
    reply.header('www-authenticate', 'Bearer')
    throw errors.tokenInvalid()
  }
  req.indexClient = client
}

function clientOf(req: FastifyRequest): string | null {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) return null
  try {
    const { sub } = req.server.jwt.verify<{ sub?: string }>(token, { allowedAud: INDEX_AUDIENCE })
    return sub ?? null
  } catch {
    return null
  }
}
