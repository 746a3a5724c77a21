/** What the privacy calls answer, under the names that the screens use. Types only. */
export type {
  CandidatesView as Candidates,
  ErasePreview,
  NoticesView as Notices,
  NoticeView as Notice,
  PersonCard,
  PurgedView as Purged,
  PurgeView as Purge,
  RequestCounts,
  RequestKind,
  RequestsView as PrivacyRequests,
  RequestVia,
  RequestView as PrivacyRequest,
  Retention,
  RetentionRule,
  RetentionView,
  RuleView,
} from '../../server/privacy/schemas.ts'
