/** A flag of a query. Pure. */
import { z } from 'zod'

export const Flag = z.enum(['true', 'false', '']).optional()

/** `?dryRun` and `?dryRun=true` are set, `?dryRun=false` is not. */
export const isSet = (flag: string | undefined): boolean => flag === 'true' || flag === ''
