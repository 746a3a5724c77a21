/**
 * A full staff list, read as a roster is read, into members of strata. The rows are put into an order of their own first:
 * how rows join into people must not depend on how somebody sorted the sheet, or the draw would.
 */
import type { Definition } from '../campaigns/definition.ts'
import type { Person, PlannedRating } from '../roster/plan-import.ts'
import { planSteps } from '../roster/plan-import.ts'
import type { Rejection } from '../roster/problem.ts'
import { readRosterFile } from '../roster/read-roster-file.ts'
import type { RosterRow } from '../roster/read-row.ts'
import { runInTurns } from '../roster/run-in-turns.ts'
import { sha256 } from '../secrets.ts'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { keyOf, type Member } from './draw.ts'

/** Somebody of the list as a rater of one unit. */
export type StaffMember = Member & { person: Person; rating: PlannedRating }

export type StaffList = {
  /** SHA-256 of the file, hexadecimal. */
  fileHash: string
  /** Rows about someone. */
  rows: number
  people: number
  members: StaffMember[]
  rejected: Rejection[]
  duplicates: number
}

/** Throws file-missing, file-unreadable, too-large, header-missing, several-rosters. */
export async function readStaffList(file: SpreadsheetFile, definition: Definition): Promise<StaffList> {
  const reading = await readRosterFile(file, definition)
  const { people, rejected, duplicates } = await runInTurns(planSteps(inOwnOrder(reading.rows), []))
  return {
    fileHash: sha256(file.data).toString('hex'),
    rows: reading.count,
    people: people.length,
    members: people.flatMap(membersOf),
    rejected: [...reading.rejected, ...rejected].sort((a, b) => a.row - b.row),
    duplicates: duplicates.length,
  }
}

function membersOf(person: Person): StaffMember[] {
  return [...person.ratings.values()].map((rating) => {
    const { unit, group } = rating
    return { unit, group, key: keyOf(person, unit, group), person, rating }
  })
}

/** By what the rows say; a name with its accents before the same one without. */
function inOwnOrder(rows: RosterRow[]): RosterRow[] {
  const keyed = rows.map((row) => {
    const { nameKey, email, phone, externalCode, position, ratings, name } = row
    const plain = nameKey.folded === nameKey.bare ? 1 : 0
    const said = ratings.map(({ unit, group }) => `${unit} ${group}`).sort()
    // U+FFFF: what is missing comes last, so that the fullest of several rows about one person speaks first.
    const parts = [nameKey.bare, plain, nameKey.folded, phone, email, externalCode, ...said, position, name]
    return { row, key: parts.map((part) => part ?? '\uffff').join('\u0000') }
  })
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.row - b.row.row)).map(({ row }) => row)
}
