/**
 * The contract of a channel: it knows messages, not campaigns, and returns an outcome instead of throwing. What a
 * provider refuses is an outcome like any other (TASTE); only `unknown` means that nobody can tell.
 */
export type ChannelName = 'email' | 'zalo'

/**
 * One message to one person. `link` is the personal link, `token` its last part (Zalo puts it into the template's button);
 * `unsubscribe` is the address of the one-click opt-out, which opens nothing else.
 */
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
  unsubscribe: string
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

/** What a provider says of a message that it may have taken. */
export type MessageStatus =
  | { kind: 'delivered'; at?: Date }
  /** Taken, and not on the recipient's device yet. */
  | { kind: 'sent' }
  /** The provider knows no such message. */
  | { kind: 'absent' }
  /** It did not say; `everyone` when it would not for another message either. */
  | { kind: 'unanswered'; failure: string; everyone?: boolean }

/** `providerId`: the provider's own name for the message, when it ever told. */
export type AskedMessage = Pick<Message, 'deliveryId' | 'recipient'> & { providerId: string | null }

export type Channel = {
  readonly name: ChannelName
  /** Nobody outside is troubled by it, so the channel's pace does not apply: the built-in outbox. */
  readonly unpaced?: true
  /** Sends one message; never throws for what a provider or the network does. */
  send(message: Message): Promise<Outcome>
  /** Asks the provider what became of a message; only where a provider can be asked. Never throws. */
  status?(message: AskedMessage): Promise<MessageStatus>
  /** Whether the channel could send now, for health and the console. */
  ready(): Promise<boolean>
  close(): Promise<void>
}
