/** English words of the list of campaigns, its frame and its acts. */
import type { Catalogue } from '../t.ts'

export const campaign: Catalogue = {}
