/** Shapes of the roster's calls (CONTRACT "Staff"). */
import { z } from 'zod'

/** "?dryRun" without a value means true. */
const Flag = z.enum(['true', 'false', '']).optional()

export const RosterParams = z.object({ code: z.string().max(64) })
export const RosterQuery = z.object({ dryRun: Flag, partial: Flag })

const Row = z.int()

export const RosterReport = z.object({
  /** Rows that are about someone; = accepted + rows rejected + duplicates. */
  rows: z.int(),
  accepted: z.int(),
  rejected: z.array(
    z.object({ row: Row, column: z.string(), code: z.string(), value: z.string(), message: z.string() }),
  ),
  /** Rows that say again what another row of the file says. */
  duplicates: z.array(z.object({ row: Row, of: Row })),
  /** Accepted, but worth a look. */
  warnings: z.array(z.object({ row: Row, column: z.string(), code: z.string(), message: z.string() })),
  added: z.object({ respondents: z.int(), invitations: z.int() }),
  updated: z.object({ respondents: z.int(), invitations: z.int() }),
  /** All who are invited after this import; `small`: fewer than the minimum cell, so opening merges it with another group. */
  strata: z.array(z.object({ unit: z.string(), group: z.string(), invited: z.int(), small: z.boolean() })),
})
export type RosterReport = z.infer<typeof RosterReport>
