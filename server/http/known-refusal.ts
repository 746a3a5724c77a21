/** What is no fault of ours, as an answer that says what to do: our own refusals, Fastify's, and what PostgreSQL says for a while. Pure. */
import { AppError, errors } from '../errors.ts'

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
  // U+0000, which PostgreSQL's text does not know, and the year 0, which its calendar has not.
  '22008': errors.invalidRequest,
  '22021': errors.invalidRequest,
  '22P05': errors.invalidRequest,
  '53300': errors.unavailable,
  '57P01': errors.unavailable,
  '57P02': errors.unavailable,
  '57P03': errors.unavailable,
}

/** The answer to `error`, which may stand in the `cause` of what was thrown; undefined when it is our own fault. */
export function knownRefusal(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (!(error instanceof Error)) return undefined
  return (BY_CODE[codeOf(error)] ?? BY_CODE[codeOf(error.cause)])?.()
}

const codeOf = (error: unknown): string => String((error as { code?: string } | undefined)?.code)
