/** Sends again what the server was too busy for: 429 and 503, after the time that Retry-After names (RFC 9110, 10.2.3). */

export type Patience = {
  fetch: typeof globalThis.fetch
  /** How often at most after the first try. */
  retries: number
  /** No single pause is longer; a server that asks for more gets its answer handed to the caller. */
  longestPauseMs: number
  wait: (ms: number) => Promise<void>
  now: () => number
}

/**
 * `request` is made anew for each try. 503 may have come after the work was done, so what `changes` something is sent again
 * after 429 only. The last answer comes back as it is, busy or not.
 */
export async function sendPatiently(patience: Patience, request: () => Request, changes: boolean): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await patience.fetch(request())
    const busy = response.status === 429 || (response.status === 503 && !changes)
    if (!busy || attempt >= patience.retries) return response
    const pause = pauseMs(response.headers.get('retry-after'), attempt, patience.now())
    if (pause > patience.longestPauseMs) return response
    await response.body?.cancel()
    await patience.wait(pause)
  }
}

/** Seconds or a date; without either 1 s, 2 s, 4 s … */
function pauseMs(retryAfter: string | null, attempt: number, now: number): number {
  const seconds = retryAfter?.trim()
  if (seconds && /^\d+$/.test(seconds)) return Number(seconds) * 1000
  const date = seconds ? Date.parse(seconds) : Number.NaN
  return Number.isNaN(date) ? 1000 * 2 ** attempt : Math.max(0, date - now)
}
