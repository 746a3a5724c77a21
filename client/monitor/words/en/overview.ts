/** English words of the live picture. */
import type { Catalogue } from '../t.ts'

export const overview: Catalogue = {}
