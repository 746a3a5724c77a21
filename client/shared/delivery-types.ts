/** What the calls of sending answer: the types of the server's own schemas, under the names that the screens use. Types only. */
export type {
  ByHandPerson,
  ByHandView,
  ContactProblem,
  ContactView,
  HandedView,
  HandMessageView,
  HandReason,
  How,
  ReissueView,
  Scope,
} from '../../server/delivery/by-hand/schemas.ts'
export type {
  FailureGroup,
  FunnelStep,
  FunnelView,
  FunnelWave,
  HistoryEntry,
  PeopleView,
  PersonHistoryView,
  PersonView,
  RetriedView,
  SettleBody,
  SettledView,
  UnknownView,
} from '../../server/delivery/picture/schemas.ts'
export type {
  AudienceView,
  ChannelBody,
  ChannelView,
  PlanBody,
  PlannedWave,
  PlanView,
  PreviewBody,
  PreviewView,
  SendingView,
  WaveAct,
  WaveState,
  WaveView as PlanWave,
} from '../../server/delivery/plan/schemas.ts'
export type {
  TemplateBody,
  TemplateKind,
  TemplatePreview,
  TemplateProblem,
  TemplatesView,
  TemplateTest,
} from '../../server/delivery/templates/schemas.ts'
