/**
 * A mailbox where bounces arrive, over IMAP. It may be a person's, with other people's mail in it: only reports are
 * fetched, without being marked as read, and nothing is ever deleted. What has been read carries the keyword
 * PhieuRead; where a server takes no keywords, our own bounces are marked \Seen and the rest is remembered here.
 */
import { ImapFlow } from 'imapflow'
import { BOUNCE_LIMIT } from '../../channels/read-bounce.ts'

/** Why a mailbox could not be read: nothing answers, password refused, no such mailbox or not writable, took too long. */
export type MailboxFailure = 'imap-unreachable' | 'imap-auth' | 'imap-mailbox' | 'imap-timeout' | 'imap-lost'
export type MailboxOutcome = { read: number; left: number; failure?: MailboxFailure }

export type BounceMailbox = {
  /**
   * Offers up to `limit` reports not read before, oldest first, not older than `since`. `accept` says whether it was one
   * of ours; what it throws ends the reading and comes through, and that mail is offered again.
   */
  read(
    accept: (raw: Uint8Array) => Promise<boolean>,
    options: { since: Date; limit: number; signal: AbortSignal },
  ): Promise<MailboxOutcome>
}

const KEYWORD = 'PhieuRead'
const SILENCE_MS = 15_000
/** Of one reading, so that it ends before the next begins. */
const WHOLE_MS = 45_000
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/

/** `url`: imap(s)://user:password@host[:port]/mailbox. Without TLS from the start, STARTTLS is required but on this machine. */
export function createImapMailbox(url: string, { wholeMs = WHOLE_MS } = {}): BounceMailbox {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  const secure = protocol === 'imaps:'
  const path = decodeURIComponent(pathname.slice(1)) || 'INBOX'
  const remembered = new Set<string>()

  function connect(): ImapFlow {
    const client = new ImapFlow({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (secure ? 993 : 143),
      secure,
      ...(secure || LOOPBACK.test(hostname) ? {} : { doSTARTTLS: true }),
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: SILENCE_MS,
      greetingTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
      maxLiteralSize: 2 * BOUNCE_LIMIT,
    })
    client.on('error', () => {}) // the command under way has its own
    return client
  }

  return {
    async read(accept, { since, limit, signal }) {
      const client = connect()
      const outcome: MailboxOutcome = { read: 0, left: 0 }
      let late = false
      const timer = setTimeout(() => {
        late = true
        client.close()
      }, wholeMs)
      let offering = false
      try {
        await client.connect()
        const mailbox = await client.mailboxOpen(path).catch(() => undefined)
        if (!mailbox || mailbox.readOnly) return { ...outcome, failure: late ? 'imap-timeout' : 'imap-mailbox' }
        const keywords = !mailbox.permanentFlags || ['\\*', KEYWORD].some((flag) => mailbox.permanentFlags!.has(flag))
        const fresh = keywords ? { unKeyword: KEYWORD } : { seen: false }
        const found = await client.search(
          { ...fresh, since, header: { 'content-type': 'multipart/report' } },
          { uid: true },
        )
        const nameOf = (uid: number) => `${mailbox.uidValidity} ${uid}`
        const uids = (found || []).sort((a, b) => a - b).filter((uid) => !remembered.has(nameOf(uid)))
        outcome.left = uids.length
        for (const uid of uids.slice(0, limit)) {
          if (signal.aborted) break
          const query = { size: true, source: { maxLength: BOUNCE_LIMIT } }
          const mail = await client.fetchOne(String(uid), query, { uid: true })
          const whole = mail && (mail.size ?? 0) <= BOUNCE_LIMIT ? mail.source : undefined
          offering = true
          const ours = whole ? await accept(whole) : false
          offering = false
          if (keywords || ours)
            await client.messageFlagsAdd(String(uid), [keywords ? KEYWORD : '\\Seen'], { uid: true })
          else remembered.add(nameOf(uid))
          outcome.read++
          outcome.left--
        }
        return outcome
      } catch (error) {
        if (offering) throw error
        return { ...outcome, failure: late ? 'imap-timeout' : failureOf(error) }
      } finally {
        clearTimeout(timer)
        await client.logout().catch(() => {})
        client.close()
      }
    },
  }
}

/** Never the server's own words: they may quote the account. */
function failureOf(error: unknown): MailboxFailure {
  const { authenticationFailed, code = '' } = error as { authenticationFailed?: boolean; code?: string }
  if (authenticationFailed) return 'imap-auth'
  return ['NoConnection', 'EConnectionClosed', 'ECONNRESET', 'ETIMEOUT'].includes(code)
    ? 'imap-lost'
    : 'imap-unreachable'
}
