/** English words of the roster and the sample. */
import type { Catalogue } from '../t.ts'

export const roster: Catalogue = {}
