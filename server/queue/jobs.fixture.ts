/** Jobs for the tests of this folder: one that takes note, and one that runs until it is let go. */
import { z } from 'zod'
import { defineJob, type JobTools } from './define-job.ts'
import { gate } from './queue.fixture.ts'

export const Data = z.object({ id: z.string() })
type Seen = { seen: string[] }

/** Notes what it was run with. */
export const note = defineJob({
  name: 'test.note',
  schema: Data,
  concurrency: 4,
  run: async ({ seen }: Seen, { id }) => {
    seen.push(id)
  },
})

/** Runs until its gate opens. */
export type Gated = { begun: string[]; ended: string[]; wait: (id: string, tools: JobTools) => Promise<void> }
export const gated = defineJob({
  name: 'test.gated',
  schema: Data,
  run: async ({ begun, ended, wait }: Gated, { id }, tools) => {
    begun.push(id)
    await wait(id, tools)
    ended.push(id)
  },
})

export function gatedContext() {
  const door = gate()
  const context: Gated = { begun: [], ended: [], wait: () => door.opened }
  return { context, door }
}

export const idle = { waiting: 0, active: 0, delayed: 0, failed: 0 }
