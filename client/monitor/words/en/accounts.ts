/** English words of accounts, sessions and one's own account. */
import type { Catalogue } from '../t.ts'

export const accounts: Catalogue = {}
