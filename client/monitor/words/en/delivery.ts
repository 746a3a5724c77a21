/** English words of sending. */
import type { Catalogue } from '../t.ts'

export const delivery: Catalogue = {}
