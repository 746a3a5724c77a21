/** People of the list as staff see them: names for codes, numbers as people write them. Pure. */
import type { Definition } from '../campaigns/definition.ts'
import type { PersonRow } from './people-queries.ts'
import type { RosterCatalogue, RosterPerson } from './schemas.ts'

/** A function that words one person by a definition. */
export function createPersonView({ blocks }: Definition): (row: PersonRow) => RosterPerson {
  const namesOf = (list: { code: string; name: string }[]) => new Map(list.map(({ code, name }) => [code, name]))
  const units = namesOf(blocks.flatMap((block) => block.units))
  const groups = namesOf(blocks.flatMap((block) => block.groups))
  const place = new Map([...units.keys()].map((code, at) => [code, at]))
  const placeOf = (unit: string) => place.get(unit) ?? place.size
  return ({ ratings, phone, ...person }) => ({
    ...person,
    phone: phone && `0${phone.slice(2)}`,
    ratings: ratings
      .toSorted((a, b) => placeOf(a.unit) - placeOf(b.unit))
      .map(({ unit, group }) => ({
        unit,
        unitName: units.get(unit) ?? unit,
        group,
        groupName: groups.get(group) ?? group,
      })),
  })
}

const named = ({ code, name }: { code: string; name: string }) => ({ code, name })

export const catalogueOf = ({ blocks }: Definition): RosterCatalogue =>
  blocks.map((block) => ({ ...named(block), units: block.units.map(named), groups: block.groups.map(named) }))
