/**
 * Reads what a mail system says became of a message (RFC 3464, in a multipart/report of RFC 6522). Pure. Input comes
 * from anybody who knows the address, so it is bounded before it is parsed, and only its form convinces: an automatic
 * answer of a person's mailbox goes to the envelope sender too, and is no report.
 */
import PostalMime, { addressParser, type Email } from 'postal-mime'
import { judgeStatus } from './read-bounce-status.ts'
import { readVerp } from './verp.ts'

/** `delayed` stands for every report that changes nothing: still being tried, relayed, expanded. */
export type BounceKind = 'hard' | 'soft' | 'delayed' | 'delivered' | 'unmatched'

export type Bounce = {
  /** The delivery it is about; undefined for a report about mail of others or one that says nothing legible. */
  deliveryId: string | undefined
  /** As RFC 3464 2.3.3: failed, delayed, delivered, relayed, expanded. */
  action: string
  /** RFC 3463, for example 5.1.1; 0.0.0 when the report gives none. */
  status: string
  kind: BounceKind
  /** Nothing more should go to the address. */
  address: boolean
}

export type BounceReader = {
  /** The address that VERP senders are made of (channels/verp.ts). */
  bounce?: string | undefined
  /** Host of our Message-IDs. */
  messageHost: string
}

/** More than any report about a message of ours; a larger mail is not read. */
export const BOUNCE_LIMIT = 1 << 20
const HEADERS_LIMIT = 256 << 10
const NESTING_LIMIT = 8
/** Lines that may begin a part: parts cost memory, and a report has three. */
const DASHES_LIMIT = 1_000
const PART_LIMIT = 64 << 10
const RECIPIENTS_LIMIT = 100
const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status']
const RETURNED_PARTS = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers']

/**
 * Undefined when the mail is no delivery report: a person's letter, an automatic answer, something illegible.
 * `recipients` are those of the SMTP envelope where they are known; else the headers say.
 */
export async function readBounce(
  raw: Uint8Array,
  { bounce, messageHost }: BounceReader,
  recipients?: string[],
): Promise<Bounce | undefined> {
  if (raw.length > BOUNCE_LIMIT || countDashes(raw) > DASHES_LIMIT) return undefined
  const mail = await parse(raw)
  if (!mail || !isDeliveryReport(mail)) return undefined

  const reports = textsOf(mail, STATUS_PARTS)
  const report = reports.length === 1 ? mildest(readRecipients(reports[0]!)) : undefined
  const addresses = recipients ?? recipientsOf(mail)
  const byRecipient = bounce && addresses.map((address) => readVerp(bounce, address)).find(Boolean)
  const deliveryId = byRecipient || readMessageId(textsOf(mail, RETURNED_PARTS), messageHost)
  if (!report || !deliveryId) {
    const { action, status } = report ?? { action: 'unknown', status: '0.0.0' }
    return { deliveryId, action, status, kind: 'unmatched', address: false }
  }
  return { deliveryId, ...report }
}

function countDashes(raw: Uint8Array): number {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  let count = 0
  for (let at = bytes.indexOf('\n--'); at >= 0 && count <= DASHES_LIMIT; at = bytes.indexOf('\n--', at + 1)) count++
  return count
}

async function parse(raw: Uint8Array): Promise<Email | undefined> {
  const options = { maxNestingDepth: NESTING_LIMIT, maxHeadersSize: HEADERS_LIMIT, forceRfc822Attachments: true }
  return PostalMime.parse(raw, options).catch(() => undefined) // too deep, too many headers
}

/** RFC 6522: what follows decides, not the words of a subject. Receipts of having read (RFC 8098) are reports of another type. */
function isDeliveryReport(mail: Email): boolean {
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? ''
  const reportType = /;\s*report-type\s*=\s*"?([^\s;"]+)/i.exec(type)?.[1]
  return /^multipart\/report\s*(;|$)/i.test(type) && (!reportType || /^delivery-status$/i.test(reportType))
}

function textsOf({ attachments }: Email, types: string[]): string[] {
  return attachments
    .filter(({ mimeType }) => types.includes(mimeType))
    .map(({ content }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer)
      return bytes.toString('utf8', 0, PART_LIMIT)
    })
}

const RECIPIENT_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'to']

function recipientsOf({ headers }: Email): string[] {
  return headers
    .filter(({ key }) => RECIPIENT_HEADERS.includes(key))
    .flatMap(({ value }) => addressParser(value.slice(0, 2_000), { flatten: true }))
    .map(({ address = '' }) => address)
}

/** The Message-ID of the returned message, when it is one of ours (channels/email.ts). */
function readMessageId(returned: string[], host: string): string | undefined {
  for (const text of returned) {
    const head = text.split(/\r?\n\r?\n/, 1)[0]!.replace(/\r?\n[ \t]+/g, ' ')
    const [, id, at] = /^Message-ID:\s*<delivery\.([\w-]{1,64})@([^\s<>]{1,255})>\s*$/im.exec(head) ?? []
    if (at?.toLowerCase() === host.toLowerCase()) return id
  }
  return undefined
}

type Reported = Omit<Bounce, 'deliveryId'>

/** RFC 3464 2.1: groups of fields, apart by empty lines; the first is about the message, each further one about a recipient. */
function readRecipients(report: string): Reported[] {
  const groups = report
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ') // folded lines
    .split(/\n[ \t]*\n+/)
    .slice(0, RECIPIENTS_LIMIT)
  return groups.flatMap((group) => {
    const action = /^Action[ \t]*:[ \t]*([a-z]{1,12})/im.exec(group)?.[1]?.toLowerCase()
    const status = /^Status[ \t]*:[ \t]*([245]\.\d{1,3}\.\d{1,3})(?!\d)/im.exec(group)?.[1]
    return action ? judge(action, exactStatus(group, status)) : []
  })
}

/**
 * Exim writes 5.0.0 into every report, others where the far host gave no enhanced status: then its reply tells at least
 * "not now" from "never", and often more.
 */
function exactStatus(group: string, status: string | undefined): string | undefined {
  if (status && !status.endsWith('.0.0')) return status
  const reply =
    /^Diagnostic-Code[ \t]*:[ \t]*smtp[ \t]*;[^\n]{0,80}?\b([45])\d\d(?:[ -]([45]\.\d{1,3}\.\d{1,3}))?\b/im.exec(group)
  if (!reply) return status
  return reply[2] ?? (reply[1] === '4' ? '4.0.0' : status)
}

function judge(action: string, status = action === 'failed' ? '5.0.0' : '0.0.0'): Reported[] {
  switch (action) {
    case 'failed': {
      if (status.startsWith('2.')) return [] // contradicts itself
      const { soft, address } = judgeStatus(status)
      return [{ action, status, kind: soft ? 'soft' : 'hard', address }]
    }
    case 'delivered':
      return [{ action, status, kind: 'delivered', address: false }]
    case 'delayed':
    case 'relayed':
    case 'expanded':
      return [{ action, status, kind: 'delayed', address: false }]
    default:
      return []
  }
}

const MILDEST: BounceKind[] = ['delivered', 'delayed', 'soft', 'hard']

/** A message of ours has one recipient; where an alias made several of it, it failed only if it did for all of them. */
function mildest(reported: Reported[]): Reported | undefined {
  return reported.sort((a, b) => MILDEST.indexOf(a.kind) - MILDEST.indexOf(b.kind))[0]
}
