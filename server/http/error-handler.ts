/** The one place that turns an error into an answer: {code, message, details?} (CONTRACT), and logs what is our own fault. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { type AppError, errors } from '../errors.ts'
import type { App } from './app-types.ts'
import { knownRefusal } from './known-refusal.ts'

export function installErrorHandler(app: App): void {
  app.setErrorHandler((error: FastifyError, req, reply) => answer(refusalOf(error, req), req, reply))
  app.setNotFoundHandler((req, reply) => answer(errors.notFound(), req, reply))
}

function answer(refusal: AppError, req: FastifyRequest, reply: FastifyReply) {
  const { code, message, details } = refusal
  const id = refusal.status === 500 ? { requestId: req.id } : {}
  if (refusal.status === 503) reply.header('retry-after', '5')
  return reply
    .code(refusal.status)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ code, message, ...(details === undefined ? {} : { details }), ...id })
}

function refusalOf(error: FastifyError, req: FastifyRequest): AppError {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const details = error.validation.map(({ instancePath, message }) => ({
      path: `${error.validationContext ?? 'body'}${instancePath.replaceAll('/', '.')}`,
      problem: message,
    }))
    return errors.invalidRequest(details.slice(0, 50))
  }
  const known = knownRefusal(error)
  if (known) return known
  if (error.statusCode === 429) return errors.tooMany()
  if (error.statusCode && error.statusCode < 500 && !isResponseSerializationError(error)) return errors.invalidRequest()
  req.server.log.error({ route: req.routeOptions.url, requestId: req.id, err: error }, 'request.failed')
  return errors.internal()
}
