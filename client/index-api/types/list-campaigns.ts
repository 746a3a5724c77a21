/**
 * Made by `npm run index-api` from the server's OpenAPI document: do not edit. The body and the answer of one call under
 * /api/index, named as the call itself (operationId). After them what they are made of.
 */

/** GET /api/index/v1/campaigns: Campaigns that have been opened, newest first */
export type ListCampaignsAnswer = {
  code: string
  title: string
  year: number
  status: 'open' | 'paused' | 'closed' | 'final'
  hasIndex: boolean
  revision: number
  /** Of the frozen scores */
  scoresDigest: string | null
  /** Of the frozen index */
  indexDigest: string | null
}[]
