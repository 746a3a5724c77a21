/**
 * The live connection of one campaign. Events write absolute values into the query cache. We reconnect ourselves,
 * because an EventSource gives up for good on any HTTP refusal, and while it is down the figures are asked for
 * every ten seconds.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Progress, Scores } from '../../../shared/api-types.ts'
import { campaignPath, campaignQuery, progressQuery, scoresQuery } from '../../shared/campaign-queries.ts'
import { mergeProgress, mergeScores } from '../../shared/merge-live.ts'

const POLL_MS = 10_000
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 15_000

/** `since`: when the connection was last known to be good, in milliseconds. */
export type LiveState = { state: 'connecting' | 'live' } | { state: 'lost'; since: number }

/** `null` while the campaign has nothing live: a draft, or a final result. */
export function useLive(code: string, enabled: boolean): LiveState | null {
  const client = useQueryClient()
  const [live, setLive] = useState<LiveState>({ state: 'connecting' })

  useEffect(() => {
    if (!enabled) return
    let source: EventSource | undefined
    let retry: ReturnType<typeof setTimeout> | undefined
    let wait = FIRST_RETRY_MS
    let stopped = false

    const ask = () => {
      void client.invalidateQueries({ queryKey: progressQuery(code).queryKey })
      void client.invalidateQueries({ queryKey: scoresQuery(code).queryKey })
    }
    /** Another officer paused, closed or extended: what hangs on the campaign itself is asked anew at once. */
    const follow = ({ status, closesAt }: Progress) => {
      const { queryKey } = campaignQuery(code)
      const known = client.getQueryData(queryKey)
      if (!known || (status === known.status && closesAt === known.closesAt)) return
      void client.invalidateQueries({ queryKey, exact: true })
    }
    const lost = () => {
      source?.close()
      setLive((before) => (before.state === 'lost' ? before : { state: 'lost', since: Date.now() }))
      if (stopped) return
      clearTimeout(retry)
      retry = setTimeout(connect, wait)
      wait = Math.min(wait * 2, LAST_RETRY_MS)
    }
    const connect = () => {
      source?.close()
      source = new EventSource(campaignPath(code, '/live'))
      source.onopen = () => {
        wait = FIRST_RETRY_MS
        setLive({ state: 'live' })
      }
      source.onerror = lost
      source.addEventListener('progress', (event) => {
        const next = JSON.parse(event.data) as Progress
        follow(next)
        client.setQueryData(progressQuery(code).queryKey, (known) => mergeProgress(known, next))
      })
      source.addEventListener('scores', (event) => {
        const next = JSON.parse(event.data) as Scores
        client.setQueryData(scoresQuery(code).queryKey, (known) => mergeScores(known, next))
      })
    }

    setLive({ state: 'connecting' })
    connect()
    const poll = setInterval(() => {
      if (source?.readyState !== EventSource.OPEN) ask()
    }, POLL_MS)
    window.addEventListener('offline', lost)
    window.addEventListener('online', connect)
    return () => {
      stopped = true
      clearTimeout(retry)
      clearInterval(poll)
      window.removeEventListener('offline', lost)
      window.removeEventListener('online', connect)
      source?.close()
    }
  }, [client, code, enabled])

  return enabled ? live : null
}
