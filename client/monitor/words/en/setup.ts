/** English words of setting a campaign up. */
import type { Catalogue } from '../t.ts'

export const setup: Catalogue = {}
