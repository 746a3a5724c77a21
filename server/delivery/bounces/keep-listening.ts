/**
 * Keeps the listener for bounces up while this worker lives. Of several workers on one machine one holds the port; the
 * others wait for their turn, so that bounces are taken for as long as any of them runs.
 */
import type { Logger } from 'pino'
import type { Deps } from '../../deps.ts'
import { type BounceListener, startBounceListener } from './bounce-listener.ts'

const TRY_AGAIN_MS = 15_000

export type Listening = { stop(): Promise<void> }

/** Undefined when BOUNCE_LISTEN is not set. Rejects with code BOUNCE_LISTEN when this machine has no such address or gives no such port. */
export async function keepListening(deps: Deps, tryAgainMs = TRY_AGAIN_MS): Promise<Listening | undefined> {
  const { listen } = deps.config.mail
  if (!listen) return undefined
  let listener: BounceListener | undefined
  let timer: NodeJS.Timeout | undefined
  let trying: Promise<void> | undefined
  let stopped = false

  async function attempt(): Promise<void> {
    try {
      listener = await startBounceListener(deps, listen!)
    } catch (error) {
      const { code } = error as { code?: string }
      if (code !== 'EADDRINUSE')
        throw Object.assign(new Error(`cannot listen there: ${code}`), { code: 'BOUNCE_LISTEN' })
      if (!timer) tellWaiting(deps.log)
      timer = setTimeout(() => {
        if (!stopped) trying = attempt().catch(() => {})
      }, tryAgainMs).unref()
    }
  }

  await attempt()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await trying
      await listener?.stop()
    },
  }
}

function tellWaiting(log: Logger): void {
  log.warn('bounce.listener-waits: another program, or another worker, holds the port of BOUNCE_LISTEN')
}
