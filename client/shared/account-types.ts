/** What the calls about accounts, one's own account and programs answer: the types of the server's own schemas. Types only. */
export type { AccountView, UnitsView } from '../../server/staff/accounts/schemas.ts'
export type { InvitationView, InvitedView, LookView, MailView } from '../../server/staff/invitations/schemas.ts'
export type {
  OwnAccountView,
  OwnSessionView,
  PendingFactorView,
  RecoveryCodesView,
} from '../../server/staff/own/schemas.ts'
export type { ClientsView, WebhooksView } from '../../server/staff/programs/schemas.ts'
