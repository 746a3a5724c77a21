/** English words of the yearly report and the public page. */
import type { Catalogue } from '../t.ts'

export const report: Catalogue = {}
