/** What the address of the people's list asks for; anything else in it is ignored. Pure. */
import type { PeopleFilter } from '../delivery-queries.ts'

export type PeopleSearch = PeopleFilter & {
  /** The cause in words, for the line that says what the list is narrowed to. */
  why?: string
  /** Whose card is open. */
  person?: string
}

const WORDS = ['search', 'channel', 'state', 'cause', 'wave', 'unit', 'reached', 'why', 'person'] as const

export function readPeopleSearch(address: Record<string, unknown>): PeopleSearch {
  const read: PeopleSearch = {}
  for (const name of WORDS) {
    const value = address[name]
    // The router reads `0912…` or `true` in an address as a number or a truth.
    if (value !== undefined && value !== null && typeof value !== 'object' && String(value) !== '') {
      read[name] = String(value)
    }
  }
  const page = Number(address.page)
  if (Number.isInteger(page) && page > 1) read.page = page
  return read
}
