/** What an import says about itself (CONTRACT "Staff"). */

import { compareRoster } from './compare-roster.ts'
import type { Person, Plan } from './plan-import.ts'
import type { RosterCampaign } from './queries.ts'
import type { Reading } from './read-roster.ts'
import { runInTurns } from './run-in-turns.ts'
import type { RosterReport } from './schemas.ts'
import { catalogueOf } from './view-people.ts'

export async function reportOn(
  campaign: RosterCampaign,
  reading: Reading,
  { people, rejected, duplicates, warnings }: Plan,
): Promise<RosterReport> {
  const allRejected = [...reading.rejected, ...rejected].sort((a, b) => a.row - b.row)
  const { strata, added, updated } = await runInTurns(countPeople(people, campaign.minimumCell))
  return {
    rows: reading.count,
    accepted: reading.count - new Set(allRejected.map(({ row }) => row)).size - duplicates.length,
    rejected: allRejected,
    duplicates,
    warnings: [...reading.warnings, ...warnings].sort((a, b) => a.row - b.row),
    added,
    updated,
    removed: { respondents: 0, invitations: 0 },
    header: reading.header,
    sheets: reading.sheets,
    columns: reading.columns,
    changes: compareRoster(people, namesOf(campaign)),
    catalogue: catalogueOf(campaign.definition),
    strata,
  }
}

const STEP = 5_000

function* countPeople(
  people: Person[],
  minimumCell: number,
): Generator<void, Pick<RosterReport, 'strata' | 'added' | 'updated'>> {
  const strata = new Map<string, { unit: string; group: string; invited: number }>()
  const added = { respondents: 0, invitations: 0 }
  const updated = { respondents: 0, invitations: 0 }
  for (const [at, { id, changed, ratings }] of people.entries()) {
    if (at % STEP === STEP - 1) yield
    if (id === null) added.respondents++
    else if (changed) updated.respondents++
    for (const rating of ratings.values()) {
      if (rating.changed && rating.invitationId === null) added.invitations++
      else if (rating.changed) updated.invitations++
      const { unit, group } = rating
      const stratum = strata.get(`${unit} ${group}`) ?? { unit, group, invited: 0 }
      stratum.invited++
      strata.set(`${unit} ${group}`, stratum)
    }
  }
  const counted = [...strata.values()].map((stratum) => ({ ...stratum, small: stratum.invited < minimumCell }))
  return { strata: counted, added, updated }
}

function namesOf({ definition: { blocks } }: RosterCampaign) {
  const named = (list: { code: string; name: string }[]) => new Map(list.map(({ code, name }) => [code, name]))
  return {
    units: named(blocks.flatMap(({ units }) => units)),
    groups: named(blocks.flatMap(({ groups }) => groups)),
  }
}
