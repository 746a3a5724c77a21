/** Shapes of the hold of all sending. */
import { z } from 'zod'

const Count = z.int().min(0)

export const HoldView = z.object({
  /** A stable word: rewritten, other-cluster, other-database, other-timeline, other-folder, other-host, other-address, rewound, slept. */
  reason: z.string(),
  /** The same as a sentence for people. */
  words: z.string(),
  since: z.iso.datetime(),
  /** Waiting messages whose moment has come: they go out when the hold ends. */
  due: z.object({ email: Count, zalo: Count }),
})
export type HoldView = z.infer<typeof HoldView>

export const ReleaseBody = z.strictObject({
  /** "gửi tiếp", typed by the administrator. */
  confirm: z.string().max(100),
  /** `unknown`: what waits may have gone out after the backup; it is shown as unknown and never sent by itself. */
  waiting: z.enum(['send', 'unknown']).default('send'),
})
export type ReleaseBody = z.infer<typeof ReleaseBody>
