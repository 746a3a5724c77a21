/** How long personal data are kept after a campaign's result became final, as data of the campaign. Pure. */
import { z } from 'zod'

/** Days after the final result. `people`: roster, messages and who has answered. `answers`: nameless answers one by one. */
export const Retention = z.strictObject({ people: z.int().min(30).max(3650), answers: z.int().min(30).max(3650) })
export type Retention = z.infer<typeof Retention>

export const DEFAULT_RETENTION: Retention = { people: 180, answers: 1825 }
