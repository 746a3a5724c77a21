/**
 * The contract of a channel: it knows messages, not campaigns, and returns an outcome instead of throwing. What a
 * provider refuses is an outcome like any other (TASTE); only `unknown` means that nobody can tell.
 */
export type ChannelName = 'email' | 'zalo'

/** One message to one person. `link` is the personal link, `token` its last part (Zalo puts it into the template's button). */
export type Message = {
  deliveryId: string
  /** E-mail address, or phone as "84" and nine digits. */
  recipient: string
  name: string
  subject: string
  text: string
  html: string
  link: string
  token: string
  campaign: string
  unit: string
  deadline: string
}

/** Messages a day that the account may send, and how many of today's are left. */
export type Quota = { daily: number; remaining: number }

export type Outcome =
  | { kind: 'sent'; providerId?: string; quota?: Quota }
  /** Not sent, and may be tried again after `afterMs`; `everyone` when no other recipient would fare better now. */
  | { kind: 'retry'; failure: string; afterMs: number; everyone?: boolean }
  /**
   * Never will be over this channel to this recipient; `person` when the office must act (template, account, token),
   * `address` when nothing more should go to this address at all.
   */
  | { kind: 'rejected'; failure: string; person?: boolean; address?: boolean }
  /** The provider may or may not have taken it (time-out, broken connection): never resent without a person. */
  | { kind: 'unknown'; failure: string }

export type Channel = {
  readonly name: ChannelName
  /** Nobody outside is troubled by it, so the channel's pace does not apply: the built-in outbox. */
  readonly unpaced?: true
  /** Sends one message; never throws for what a provider or the network does. */
  send(message: Message): Promise<Outcome>
  /** Whether the channel could send now, for health and the console. */
  ready(): Promise<boolean>
  close(): Promise<void>
}
