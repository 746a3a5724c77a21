/** English words of the index. */
import type { Catalogue } from '../t.ts'

export const index: Catalogue = {}
