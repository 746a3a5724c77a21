/** What of a final result becomes public, as the chairman decides. */
import { z } from 'zod'

export const PublicationChoices = z.strictObject({
  points: z.boolean().describe('Total points of each unit'),
  ranks: z.boolean(),
  classes: z.boolean(),
  domains: z.boolean().describe('Points of each unit by domain'),
  change: z.boolean().describe('Change on the year before'),
  charts: z.boolean(),
  survey: z.boolean().describe('Ballots issued and returned, points of the survey'),
  receipts: z.boolean().describe('Where a respondent finds the list of receipts'),
})
export type PublicationChoices = z.infer<typeof PublicationChoices>
