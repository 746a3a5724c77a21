/** Checks the whole chain part by part, and compares with an end that was kept. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { VerifyView } from '../../../../server/audit/schemas.ts'
import { request } from '../../shared/request.ts'
import { type KeptHead, keepHead, readKeptHead } from './kept-head.ts'

export type CheckResult = {
  checked: number
  firstAt: string | null
  last: VerifyView['last']
  broken: VerifyView['broken']
  /** What it was compared with. */
  kept: (Pick<KeptHead, 'seq' | 'hash'> & { typed: boolean; at?: string }) | null
}

export type CheckState =
  | { step: 'idle' }
  | { step: 'running'; checked: number; total: number }
  | { step: 'done'; result: CheckResult }
  | { step: 'failed'; error: unknown }

export function useChainCheck() {
  const [state, setState] = useState<CheckState>({ step: 'idle' })
  const client = useQueryClient()
  const running = useRef(false)

  async function run(typed: { seq: number; hash: string } | null): Promise<void> {
    if (running.current) return
    running.current = true
    try {
      setState({
        step: 'done',
        result: await check(typed, (checked, total) => setState({ step: 'running', checked, total })),
      })
      void client.invalidateQueries({ queryKey: ['audit'] })
    } catch (error) {
      setState({ step: 'failed', error })
    } finally {
      running.current = false
    }
  }
  return { state, run }
}

async function check(
  typed: { seq: number; hash: string } | null,
  onProgress: (checked: number, total: number) => void,
): Promise<CheckResult> {
  const own = readKeptHead()
  const kept = typed ? { ...typed, typed: true } : own && { ...own, typed: false }
  const compared = kept && { kept: { seq: kept.seq, hash: kept.hash } }
  let view = await request<VerifyView>('/api/audit/verify', { method: 'POST', json: { ...compared } })
  const { firstAt } = view
  let { checked } = view
  while (!view.done && view.last) {
    onProgress(checked, view.total)
    const { seq, hash } = view.last
    view = await request('/api/audit/verify', { method: 'POST', json: { ...compared, after: { seq, hash } } })
    checked += view.checked
  }
  if (!view.broken && view.last) keepHead(view.last)
  return { checked, firstAt, last: view.last, broken: view.broken, kept }
}
