/** The application's type as rooms see it: Fastify with zod schemas as types, and the staff member of a request. */
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Role } from '../staff/permissions.ts'

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** Who is signed in; `unit` only for role "unit". */
export type Staff = { id: string; email: string; role: Role; unit: string | null }

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by permit(); reading it in a route without permit() is a programming error and throws. */
    staff: Staff
  }
}
