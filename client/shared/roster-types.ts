/** What the roster's calls answer: the types of the server's own schemas, under the names that the screens use. Types only. */
import type { RosterReport } from '../../server/roster/schemas.ts'

export type {
  ColumnChoice,
  Correction,
  ImportProgress,
  PersonBody,
  RosterCard,
  RosterCatalogue,
  RosterPeople,
  RosterPerson,
} from '../../server/roster/schemas.ts'
export type { RosterReport }
export type FileColumn = RosterReport['columns'][number]
export type ColumnKind = NonNullable<FileColumn['matched']>
export type RosterProblem = RosterReport['rejected'][number]
export type RosterWarning = RosterReport['warnings'][number]
