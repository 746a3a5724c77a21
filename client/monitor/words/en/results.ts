/** English words of results, points and last year. */
import type { Catalogue } from '../t.ts'

export const results: Catalogue = {}
