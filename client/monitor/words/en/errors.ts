/** English words of refusals of the server, by their code. */
import type { Catalogue } from '../t.ts'

export const errors: Catalogue = {}
