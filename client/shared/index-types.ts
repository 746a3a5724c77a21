/** What the calls of the index answer: the types of the server's own schemas, under the names that the screens use. Types only. */
import type { IndexBlockView, IndexDocument } from '../../server/index/compute/schemas.ts'

export type {
  IndexBlockView as IndexBlock,
  IndexDocument,
  IndexUnitView as IndexUnit,
  RangeView,
  SetEntryView as SetEntry,
  SurveyRangesView as SurveyRanges,
} from '../../server/index/compute/schemas.ts'

export type Waiting = IndexDocument['waiting'][number]
export type IndexRules = IndexDocument['rules']
export type IndexDomain = IndexBlockView['domains'][number]

export type { PastImportView as PastImport, PastResults, PastView } from '../../server/index/past/schemas.ts'
export type {
  ImportView as PointsImport,
  SetsView as PointSets,
  SetView as PointSet,
} from '../../server/index/points/schemas.ts'
