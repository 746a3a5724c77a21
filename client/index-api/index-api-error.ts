/** A refusal by the server: `code` is stable English kebab-case, `message` Vietnamese, `details` as the call's own docs say. */
export class IndexApiError extends Error {
  override readonly name = 'IndexApiError'
  readonly status: number
  readonly code: string
  readonly details: unknown
  constructor(status: number, { code = 'unknown', message = `HTTP ${status}`, details }: Partial<Refusal>) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

type Refusal = { code: string; message: string; details: unknown }

/** Reads the body of an answer that is not 2xx, which may come from a proxy and be anything. */
export async function errorOf(response: Response): Promise<IndexApiError> {
  const body: unknown = await response.json().catch(() => null)
  return new IndexApiError(response.status, typeof body === 'object' && body !== null ? body : {})
}
