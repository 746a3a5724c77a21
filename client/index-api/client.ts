/**
 * A client of Phiếu's index module for any program with fetch and WebCrypto (Node 22.18 or newer, Deno, Bun, a bundler). It signs in
 * by itself, asks again by ETag, waits when the server says so, and holds a final result against its digest.
 */
import { errorOf, IndexApiError } from './index-api-error.ts'
import { keepToken } from './keep-token.ts'
import { type Patience, sendPatiently } from './send-patiently.ts'
import type { IssueTokenBody } from './types/issue-token.ts'
import type { ListCampaignsAnswer } from './types/list-campaigns.ts'
import type { ReadCodebookAnswer } from './types/read-codebook.ts'
import type { ReadIndexAnswer } from './types/read-index.ts'
import type { ReadResultAnswer } from './types/read-result.ts'
import type { ReadScoresAnswer } from './types/read-scores.ts'
import type { SendPointsAnswer, SendPointsBody } from './types/send-points.ts'

export type IndexClientOptions = IssueTokenBody & {
  /** Where Phiếu answers, for example https://khao-sat.tinh.gov.vn */
  baseUrl: string
} & Partial<Patience>

/** Which set of points: `source` of an imported one, `round` 2 for a second appraisal; `dryRun` keeps nothing. */
export type PointSet = { kind: 'self' | 'appraised' | 'imported'; source?: string; round?: 1 | 2; dryRun?: boolean }

/** Documents kept for asking again by ETag. */
const MOST_KEPT = 100

export type IndexClient = ReturnType<typeof createIndexClient>

/** Nothing is sent before the first call. Every call throws IndexApiError when the server refuses. */
export function createIndexClient({ baseUrl, clientId, clientSecret, ...given }: IndexClientOptions) {
  const base = baseUrl.replace(/\/+$/, '')
  const patience: Patience = {
    fetch: (request) => globalThis.fetch(request),
    retries: 5,
    longestPauseMs: 120_000,
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
    now: Date.now,
    ...given,
  }
  const tokens = keepToken(patience, base, { clientId, clientSecret })
  const kept = new Map<string, { etag: string; body: unknown }>()

  async function send(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    for (let renewed = false; ; renewed = true) {
      const token = await tokens.read()
      const request = () =>
        new Request(`${base}/api/index/v1/${path}`, {
          ...init,
          headers: { ...headers, authorization: `Bearer ${token}` },
        })
      const response = await sendPatiently(patience, request, init.method === 'POST')
      if (response.status === 401 && !renewed) {
        await response.body?.cancel()
        tokens.forget(token)
      } else if (response.ok || response.status === 304) return response
      else throw await errorOf(response)
    }
  }

  async function getJson<Answer>(path: string): Promise<Answer> {
    const known = kept.get(path)
    const response = await send(path, known ? { headers: { 'if-none-match': known.etag } } : {})
    if (response.status === 304 && known) return known.body as Answer
    const body = (await response.json()) as Answer
    const etag = response.headers.get('etag')
    kept.delete(path)
    if (etag) kept.set(path, { etag, body })
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    return body
  }

  const getFile = async (path: string): Promise<ReadableStream<Uint8Array>> => (await send(path)).body!
  const of = (campaign: string, file: string) => `campaigns/${encodeURIComponent(campaign)}/${file}`

  return {
    /** Campaigns that have been opened, newest first, with the digests of what is final. */
    listCampaigns: () => getJson<ListCampaignsAnswer>('campaigns'),
    /** Survey points; asked again without news, the very object of last time. Treat answers as read-only. */
    readScores: (campaign: string) => getJson<ReadScoresAnswer>(of(campaign, 'scores')),
    /** The index of 100 points, provisional or final. */
    readIndex: (campaign: string) => getJson<ReadIndexAnswer>(of(campaign, 'index')),
    readCodebook: (campaign: string) => getJson<ReadCodebookAnswer>(of(campaign, 'codebook.json')),
    /** A final result for ever. Throws IndexApiError `digest-differs` when what came is not what the digest covers. */
    async readResult(digest: string): Promise<ReadResultAnswer> {
      const response = await send(`results/${encodeURIComponent(digest)}`)
      const bytes = await response.arrayBuffer()
      const message = 'The result does not match its digest.'
      if ((await digestOf(bytes)) !== digest) throw new IndexApiError(200, { code: 'digest-differs', message })
      return JSON.parse(new TextDecoder().decode(bytes)) as ReadResultAnswer
    },
    /** Brings in a set of points; a set with problems is refused whole (`points-invalid`, with the problems in `details`). */
    async sendPoints(campaign: string, set: PointSet, body: SendPointsBody): Promise<SendPointsAnswer> {
      const { dryRun = false, round, ...key } = set
      const query = new URLSearchParams({ ...key, ...(round && { round: String(round) }), dryRun: String(dryRun) })
      const headers = { 'content-type': 'application/json' }
      const path = `${of(campaign, 'points')}?${query}`
      return (
        await send(path, { method: 'POST', headers, body: JSON.stringify(body) })
      ).json() as Promise<SendPointsAnswer>
    },
    downloadIndex: (campaign: string, format: 'csv' | 'xlsx') => getFile(of(campaign, `index.${format}`)),
    /** Of a final campaign; CSV in UTF-8, explained by readCodebook and downloadSyntax. */
    downloadMicrodata: (campaign: string) => getFile(of(campaign, 'microdata.csv')),
    /** The codebook as syntax for SPSS and PSPP. */
    downloadSyntax: (campaign: string) => getFile(of(campaign, 'codebook.sps')),
  }
}

/** SHA-256, base64url without padding. */
async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
