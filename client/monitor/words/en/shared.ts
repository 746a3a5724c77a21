/** English words of what several parts share, and the frame. */
import type { Catalogue } from '../t.ts'

export const shared: Catalogue = {}
