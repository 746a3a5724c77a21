/** The one place that turns an error into an answer: {code, message, details?} (CONTRACT), and logs what is our own fault. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { AppError, errors } from '../errors.ts'
import type { App } from './app-types.ts'

/** Fastify's own refusals, and PostgreSQL's "not reachable just now", as ours. */
const BY_CODE: Record<string, (details?: unknown) => AppError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: errors.tooLarge,
  FST_REQ_FILE_TOO_LARGE: errors.tooLarge,
  FST_FILES_LIMIT: errors.invalidRequest,
  FST_PARTS_LIMIT: errors.invalidRequest,
  FST_FIELDS_LIMIT: errors.invalidRequest,
  FST_INVALID_MULTIPART_CONTENT_TYPE: errors.fileMissing,
  ECONNREFUSED: errors.unavailable,
  ECONNRESET: errors.unavailable,
  CONNECT_TIMEOUT: errors.unavailable,
  CONNECTION_CLOSED: errors.unavailable,
  CONNECTION_ENDED: errors.unavailable,
  CONNECTION_DESTROYED: errors.unavailable,
  // U+0000, which PostgreSQL's text does not know.
  '22021': errors.invalidRequest,
  '22P05': errors.invalidRequest,
  '53300': errors.unavailable,
  '57P01': errors.unavailable,
  '57P02': errors.unavailable,
  '57P03': errors.unavailable,
}

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
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const details = error.validation.map(({ instancePath, message }) => ({
      path: `${error.validationContext ?? 'body'}${instancePath.replaceAll('/', '.')}`,
      problem: message,
    }))
    return errors.invalidRequest(details.slice(0, 50))
  }
  const known = BY_CODE[error.code] ?? BY_CODE[codeOfCause(error)]
  if (known) return known()
  if (error.statusCode === 429) return errors.tooMany()
  if (error.statusCode && error.statusCode < 500 && !isResponseSerializationError(error)) return errors.invalidRequest()
  req.server.log.error({ route: req.routeOptions.url, requestId: req.id, err: error }, 'request.failed')
  return errors.internal()
}

const codeOfCause = (error: Error): string => String((error.cause as { code?: string } | undefined)?.code)
