/**
 * Made by `npm run index-api` from the server's OpenAPI document: do not edit. The body and the answer of one call under
 * /api/index, named as the call itself (operationId). After them what they are made of.
 */

/** Sent to POST /api/index/token: Fifteen minutes of access for a program */
export interface IssueTokenBody {
  clientId: string
  clientSecret: string
}

/** POST /api/index/token: Fifteen minutes of access for a program */
export interface IssueTokenAnswer {
  token: string
  /** Seconds */
  expiresIn: number
}
