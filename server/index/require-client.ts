/** The guard of the index module's calls: a bearer token that issue-token.ts signed, for this side only. */
import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import { errors } from '../errors.ts'

export const INDEX_AUDIENCE = 'index'

declare module 'fastify' {
  interface FastifyRequest {
    /** The program behind the bearer token; set by requireClient. */
    indexClient: string
  }
}

/** What a program may be allowed beyond reading scores and index (staff/schemas.ts). */
export type Scope = 'points' | 'microdata'

/** Throws token-invalid (401) without a token, or with one that is altered, expired or meant for another side. */
export const requireClient: preHandlerAsyncHookHandler = async (req, reply) => {
  req.indexClient = clientOf(req, reply).id
}

/** The same, and throws scope-missing (403) when the administrator has not allowed the program this. */
export const requireScope =
  (scope: Scope): preHandlerAsyncHookHandler =>
  async (req, reply) => {
    const { id, scopes } = clientOf(req, reply)
    if (!scopes.includes(scope)) throw errors.scopeMissing({ scope })
    req.indexClient = id
  }

function clientOf(req: FastifyRequest, reply: FastifyReply): { id: string; scopes: string[] } {
  const client = readToken(req)
  if (client) return client
  reply.header('www-authenticate', 'Bearer')
  throw errors.tokenInvalid()
}

function readToken(req: FastifyRequest): { id: string; scopes: string[] } | null {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) return null
  try {
    const claims = req.server.jwt.verify<{ sub?: string; scopes?: string[] }>(token, { allowedAud: INDEX_AUDIENCE })
    return claims.sub ? { id: claims.sub, scopes: claims.scopes ?? [] } : null
  } catch {
    return null
  }
}
