/**
 * Made by `npm run index-api` from the server's OpenAPI document: do not edit. The body and the answer of one call under
 * /api/index, named as the call itself (operationId). After them what they are made of.
 */

/** GET /api/index/v1/campaigns/{code}/codebook.json: Codebook of the microdata */
export interface ReadCodebookAnswer {
  campaign: string
  title: string
  year: number
  /** k: no cell of rows is smaller */
  minimumCell: number
  /** Digest of the final scores that the same responses make */
  scoresDigest: string
  rows: number
  /** SHA-256 of the bytes of microdata.csv, base64url */
  dataDigest: string
  variables: {
    name: string
    label: string
    kind: 'text' | 'number'
    bytes: number | null
    values: {
      label: string
      /** Share h of the maximum, a decimal */
      share?: string
      code: string | number
      missing?: true
    }[]
    block: string | null
    criterion: string | null
    domain: string | null
    question: string | null
  }[]
  /** How many rows each cell has */
  cells: {
    block: string
    unit: string
    group: string
    rows: number
  }[]
  notes: string[]
}
