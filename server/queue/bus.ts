/** Short texts from any process to every process; redis-bus.ts and postgres-bus.ts are the two. */
import type { Outage } from './outage.ts'

export type Bus = {
  /** Rejects when the text could not be handed over within 3 s. */
  send(text: string): Promise<void>
  close(): Promise<void>
}

export type BusOptions = {
  url: string
  channel: string
  outage: Outage
  onText(text: string): void
  /** Listening was interrupted and stands again: texts may have been missed. */
  onGap(): void
}

export const SEND_MS = 3_000
