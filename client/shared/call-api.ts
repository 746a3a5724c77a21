/**
 * One call of the API. A refusal becomes an ApiError that carries the server's own Vietnamese message; a lost network
 * becomes one too, so that every screen shows failures the same way.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** HTTP status, or 0 when no answer came. */
  readonly status: number
  /** The server's stable code, or `network` / `unreadable`. */
  readonly code: string
  readonly details: unknown
  constructor(status: number, code: string, message: string, details?: unknown) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

export type ApiRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  json?: unknown
  /** Sent as multipart; excludes `json`. */
  form?: FormData
  csrfToken?: string | undefined
  signal?: AbortSignal
}

const NETWORK = 'Không kết nối được tới máy chủ. Hãy kiểm tra mạng rồi thử lại.'
const UNREADABLE = 'Máy chủ trả lời không như mong đợi. Hãy đợi một phút rồi thử lại.'

/** Returns the answer's JSON (undefined for 204). Throws ApiError; an aborted call rejects with the browser's AbortError. */
export async function callApi<T>(path: string, request: ApiRequest = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (request.json !== undefined) headers['content-type'] = 'application/json'
  if (request.csrfToken) headers['x-csrf-token'] = request.csrfToken
  let response: Response
  try {
    response = await fetch(path, {
      method: request.method ?? 'GET',
      headers,
      body: request.form ?? (request.json === undefined ? null : JSON.stringify(request.json)),
      signal: request.signal ?? null,
      credentials: 'same-origin',
    })
  } catch (error) {
    if (request.signal?.aborted) throw error
    throw networkLost()
  }
  if (response.status === 204) return undefined as T
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body as T
  throw refusalOf(response.status, body)
}

/** No answer came. */
export const networkLost = (): ApiError => new ApiError(0, 'network', NETWORK)

/** What an answer that is no success says, as an error. */
export function refusalOf(status: number, body: unknown): ApiError {
  const said = body as { code?: unknown; message?: unknown; details?: unknown } | undefined
  if (typeof said?.code === 'string' && typeof said.message === 'string') {
    return new ApiError(status, said.code, said.message, said.details)
  }
  return new ApiError(status, 'unreadable', UNREADABLE)
}
