/** The picture follows the live connection: each progress event asks for it anew, but never more often than every four seconds. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useProgress } from '../../../shared/campaign-queries.ts'
import { funnelKey } from '../delivery-queries.ts'

const PAUSE_MS = 4_000

export function useFollowLive(code: string): void {
  const client = useQueryClient()
  const { dataUpdatedAt } = useProgress(code)
  const asked = useRef(Date.now())
  useEffect(() => {
    // What came before the screen was opened is in its first answer already.
    if (dataUpdatedAt <= asked.current) return
    const timer = setTimeout(
      () => {
        asked.current = Date.now()
        void client.invalidateQueries({ queryKey: funnelKey(code) })
      },
      Math.max(0, asked.current + PAUSE_MS - Date.now()),
    )
    return () => clearTimeout(timer)
  }, [client, code, dataUpdatedAt])
}
