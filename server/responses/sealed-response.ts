/**
 * How a response lies in the database while its campaign is open: sealed under a key that is not in the database, and
 * padded to a multiple of 256 bytes, so that a dump shows neither what was answered nor how much (promise 1).
 */
import type { Secrets } from '../secrets.ts'
import type { Answers } from './validate-answers.ts'

const PURPOSE = 'box'
const BLOCK = 256

/** What a sealed row holds; the stratum travels inside, so that a drawn row need not show it. */
export type SealedResponse = { stratum: string; answers: Answers }

export function sealResponse(secrets: Secrets, campaignId: string, response: SealedResponse): Buffer {
  const body = Buffer.from(storable(JSON.stringify(response)))
  const padded = Buffer.alloc(Math.ceil(body.length / BLOCK) * BLOCK, ' ')
  body.copy(padded)
  return secrets.seal(PURPOSE, campaignId, padded)
}

/**
 * Answers lie in jsonb after close, and PostgreSQL's jsonb knows neither U+0000 nor half of a surrogate pair: one of them
 * in one comment would keep the whole campaign from closing. They become U+FFFD, the replacement character.
 */
function storable(json: string): string {
  return json.replace(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g, (found) => (found === '\\\\' ? found : '\\ufffd'))
}

/** Throws when the row was sealed for another campaign, under another SECRET_KEY, or was altered. */
export function openResponse(secrets: Secrets, campaignId: string, sealed: Buffer): SealedResponse {
  return JSON.parse(secrets.open(PURPOSE, campaignId, sealed).toString('utf8'))
}
