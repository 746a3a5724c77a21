/** What the calls of sampling answer: the types of the server's own schemas, under the names that the screens use. Types only. */
export type {
  RepeatView,
  SampleMethod,
  SampleReport,
  SampleView,
  SizesBody,
  SizesView,
  StratumNames,
  StratumView,
} from '../../server/sampling/schemas.ts'
