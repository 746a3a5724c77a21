/**
 * Variable envelope return path: each message leaves with a sender of its own, so that a bounce says by its recipient
 * alone which message it is about, whatever the mail systems on the way did to the headers. Pure.
 *
 * A delivery's id (a random UUID) is written as 32 hex digits, which survive a mail system that folds case. Being
 * random, it cannot be guessed by whoever would forge a bounce about somebody else.
 */

/** RFC 5321 4.5.3.1.1. */
const LOCAL_LIMIT = 64
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const HEX = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/

/**
 * `bounce@host` and a delivery's id → `bounce+<32 hex digits>@host`. The address itself when the id is of another form
 * or the local part would grow over 64 characters; then only the Message-ID tells.
 */
export function writeVerp(bounce: string, deliveryId: string): string {
  const at = bounce.lastIndexOf('@')
  const local = `${bounce.slice(0, at)}+${deliveryId.replaceAll('-', '')}`
  return UUID.test(deliveryId) && local.length <= LOCAL_LIMIT ? `${local}${bounce.slice(at)}` : bounce
}

/** The delivery's id in an address that `writeVerp` made of `bounce`; undefined for every other address. */
export function readVerp(bounce: string, address: string): string | undefined {
  const [at, end] = [bounce.lastIndexOf('@'), address.lastIndexOf('@')]
  if (end < 0 || address.slice(end).toLowerCase() !== bounce.slice(at).toLowerCase()) return undefined
  const start = `${bounce.slice(0, at)}+`.toLowerCase()
  const local = address.slice(0, end).toLowerCase()
  if (!local.startsWith(start)) return undefined
  return HEX.exec(local.slice(start.length))?.slice(1).join('-')
}
