/** What a refusal is: a stable English code, an HTTP status, and a Vietnamese message that says what to do. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: string
  readonly status: number
  readonly details: unknown
  constructor(code: string, status: number, message: string, details?: unknown) {
    super(message)
    this.code = code
    this.status = status
    this.details = details
  }
}

/** A refusal of the catalogue; `details` are given where it is thrown. */
export const refusal =
  (code: string, status: number, message: string) =>
  (details?: unknown): AppError =>
    new AppError(code, status, message, details)
