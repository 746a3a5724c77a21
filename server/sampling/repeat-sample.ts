/** Repeats a recorded draw from a file: the same list under the recorded seed gives the same people. Changes nothing. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { findRosterCampaign } from '../roster/queries.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import type { Cell, Column } from '../sheets/table.ts'
import { writeCsv } from '../sheets/write-csv.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { digestOf, drawStrata, type Ranked } from './draw.ts'
import { namesOf } from './names-of.ts'
import { findSample, type Sample } from './queries.ts'
import { readStaffList, type StaffMember } from './read-staff-list.ts'
import { type RepeatView, SampleMethod, type StratumNames } from './schemas.ts'

type RepeatDeps = Pick<Deps, 'db'>

/** Throws campaign-unknown, sample-unknown (404) and what reading a roster throws. */
export async function repeatSample(
  { db }: RepeatDeps,
  code: string,
  id: string,
  file: SpreadsheetFile,
  staff: Staff,
): Promise<RepeatView> {
  const { sample, names, fileHash, strata, ranked } = await drawAgain(db, code, id, file)
  const drawDigest = digestOf(ranked)
  const same = drawDigest === sample.drawDigest
  const sameFile = fileHash === sample.fileHash
  await recordAudit(db, {
    actor: staff.email,
    action: 'sample.repeat',
    campaign: code,
    details: { sample: id, same, fileHash, drawDigest },
  })
  return { same, sameFile, names, fileHash, drawDigest, differences: compareStrata(sample.strata, strata) }
}

const COLUMNS: Column[] = [
  { title: 'Đơn vị', width: 12 },
  { title: 'Nhóm', width: 12 },
  { title: 'Thứ tự', width: 8 },
  { title: 'Được chọn', width: 10 },
  { title: 'SHA-256', width: 66 },
  { title: 'Khóa', width: 60 },
]
const ROWS_A_PART = 1_000

/** Everybody of the file with key, hash and rank, as CSV, for whoever wants to follow each step by hand. Throws as repeatSample. */
export async function listRanks(
  { db }: RepeatDeps,
  code: string,
  id: string,
  file: SpreadsheetFile,
  staff: Staff,
): Promise<AsyncIterable<string>> {
  const { ranked } = await drawAgain(db, code, id, file)
  const details = { sample: id, people: ranked.length }
  await recordAudit(db, { actor: staff.email, action: 'sample.list', campaign: code, details })
  const cells = ranked.map(({ member, rank, drawn, hash }): Cell[] => [
    member.unit,
    member.group,
    rank,
    drawn ? 'x' : '',
    hash,
    member.key,
  ])
  const parts = Array.from({ length: Math.ceil(cells.length / ROWS_A_PART) }, (_, at) =>
    cells.slice(at * ROWS_A_PART, (at + 1) * ROWS_A_PART),
  )
  return writeCsv({ name: 'rut-mau', columns: COLUMNS, rows: parts })
}

async function drawAgain(
  db: Deps['db'],
  code: string,
  id: string,
  file: SpreadsheetFile,
): Promise<{
  sample: Sample
  names: StratumNames
  fileHash: string
  strata: Sample['strata']
  ranked: Ranked<StaffMember>[]
}> {
  const campaign = await findRosterCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  const sample = await findSample(db, campaign.id, id)
  if (!sample) throw errors.sampleUnknown()
  const { fileHash, members } = await readStaffList(file, campaign.definition)
  const names = namesOf(campaign.definition)
  return { sample, names, fileHash, ...drawStrata(members, SampleMethod.parse(sample.method), sample.seed) }
}

/** Only strata that differ. */
function compareStrata(recorded: Sample['strata'], found: Sample['strata']): RepeatView['differences'] {
  const place = ({ unit, group }: { unit: string; group: string }) => `${unit} ${group}`
  const before = new Map(recorded.map((stratum) => [place(stratum), stratum]))
  const after = new Map(found.map((stratum) => [place(stratum), stratum]))
  const counts = (stratum: Sample['strata'][number] | undefined) =>
    stratum ? { staff: stratum.staff, drawn: stratum.drawn } : null
  return [...new Map([...before, ...after]).entries()].flatMap(([key, { unit, group }]) => {
    const [a, b] = [counts(before.get(key)), counts(after.get(key))]
    return a?.staff === b?.staff && a?.drawn === b?.drawn ? [] : [{ unit, group, recorded: a, found: b }]
  })
}
