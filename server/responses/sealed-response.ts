/**
 * How a response lies in the database while its campaign is open: sealed under a key that is not in the database, and
 * padded to the one size of its campaign, so that a dump shows neither what was answered nor how much (promise 1).
 */
import { errors } from '../errors.ts'
import type { Secrets } from '../secrets.ts'
import type { Answers } from './validate-answers.ts'

const PURPOSE = 'box'

/** What a sealed row holds; the stratum travels inside, so that a drawn row need not show it. */
export type SealedResponse = { stratum: string; answers: Answers }

/** `size`: sealed-size.ts. Throws answers-invalid (422) for what does not fit, such as a comment of control characters. */
export function sealResponse(secrets: Secrets, campaignId: string, size: number, response: SealedResponse): Buffer {
  const body = Buffer.from(storable(JSON.stringify(response)))
  if (body.length > size)
    throw errors.answersInvalid([{ question: '', problem: 'Phiếu quá dài. Hãy rút ngắn phần góp ý.' }])
  const padded = Buffer.alloc(size, ' ')
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

/** Throws responses-unreadable when the row was sealed for another campaign, under another SECRET_KEY, or was altered. */
export function openResponse(secrets: Secrets, campaignId: string, sealed: Buffer): SealedResponse {
  let body: Buffer
  try {
    body = secrets.open(PURPOSE, campaignId, sealed)
  } catch {
    throw errors.responsesUnreadable()
  }
  return JSON.parse(body.toString('utf8'))
}
