/**
 * People of the list who took back their consent. No address is left to know them by, and the same file once more would
 * invite them again as somebody new: they are known by their name, their code and a unit that they were to rate. Pure.
 */
import { isSameName } from './person-name.ts'
import type { Person } from './plan-import.ts'
import type { RosterRow } from './read-row.ts'

export const isWithdrawn = ({ optedOut, email, phone }: Person): boolean => optedOut === true && !email && !phone

/** The function that finds the one whom a row is about, if any. */
export function knowWithdrawn(people: Person[]): (row: RosterRow) => Person | undefined {
  const byName = Map.groupBy(people.filter(isWithdrawn), ({ nameKey }) => nameKey.bare)
  return ({ nameKey, externalCode, ratings }) =>
    byName
      .get(nameKey.bare)
      ?.find(
        (person) =>
          isSameName(person.nameKey, nameKey) &&
          person.externalCode === externalCode &&
          ratings.some(({ unit }) => person.ratings.has(unit)),
      )
}
