/** What a file would change of the roster as it is: people added, corrected, left as they are, and no longer listed. Pure. */
import { FIELDS } from './columns.ts'
import type { Person, PersonField, PlannedRating } from './plan-import.ts'
import type { RosterReport } from './schemas.ts'
import { isWithdrawn } from './withdrawn-people.ts'

const FIRST = 50
const TITLES: Record<PersonField, string> = {
  name: FIELDS.name,
  email: FIELDS.email,
  phone: FIELDS.phone,
  position: FIELDS.position,
  externalCode: FIELDS.code,
}

type Changes = RosterReport['changes']
/** Names of units and groups by their codes. */
export type Names = { units: Map<string, string>; groups: Map<string, string> }

/** Whom the file does not name, and which units of theirs it does not name for people it does; none who took back their consent. */
export function findMissing(people: Person[]): { people: Person[]; invitations: PlannedRating[] } {
  const known = people.filter((person) => person.id !== null && !isWithdrawn(person))
  return {
    people: known.filter(({ rows }) => rows.length === 0),
    invitations: known
      .filter(({ rows }) => rows.length > 0)
      .flatMap(({ ratings }) => [...ratings.values()].filter(({ row, invitationId }) => row === null && invitationId)),
  }
}

export function compareRoster(people: Person[], names: Names): Changes {
  const inFile = people.filter(({ rows }) => rows.length > 0)
  const added = inFile.filter(({ id }) => id === null)
  const changed = inFile.filter((person) => person.id !== null && isChanged(person))
  const missing = findMissing(people)
  return {
    added: {
      count: added.length,
      first: added.slice(0, FIRST).map(({ rows, name }) => ({ row: rows[0] ?? 0, name })),
    },
    changed: {
      count: changed.length,
      first: changed.slice(0, FIRST).map((person) => ({
        row: person.rows[0] ?? 0,
        name: person.name,
        fields: changesOf(person, names),
      })),
    },
    unchanged: inFile.length - added.length - changed.length,
    missing: {
      count: missing.people.length,
      invitations: missing.invitations.length,
      first: missing.people.slice(0, FIRST).map(({ id, name, ratings }) => ({
        id: id ?? '',
        name,
        units: [...ratings.keys()].map((unit) => names.units.get(unit) ?? unit),
      })),
    },
  }
}

const isChanged = (person: Person): boolean =>
  person.changed || [...person.ratings.values()].some(({ changed }) => changed)

function changesOf(person: Person, names: Names): Changes['changed']['first'][number]['fields'] {
  const { before } = person
  const fields = before
    ? (Object.keys(TITLES) as PersonField[])
        .filter((field) => person[field] !== before[field])
        .map((field) => ({
          column: TITLES[field],
          before: said(field, before[field]),
          after: said(field, person[field]),
        }))
    : []
  const ratings = [...person.ratings.values()].filter(({ changed }) => changed)
  const group = (code: string) => names.groups.get(code) ?? code
  const unit = (code: string) => names.units.get(code) ?? code
  return [
    ...fields,
    ...ratings.map(({ unit: code, group: after, groupBefore }) =>
      groupBefore === undefined
        ? { column: FIELDS.unit, before: '', after: `${unit(code)} (${group(after)})` }
        : { column: FIELDS.group, before: group(groupBefore), after: group(after) },
    ),
  ]
}

const said = (field: PersonField, value: string | null): string =>
  value === null ? '' : field === 'phone' ? `0${value.slice(2)}` : value
