/**
 * As much of an address as tells its owner "the office" from "somewhere else", and no more: three of IPv4's four numbers, the
 * first 48 bits of IPv6. A session's row keeps nothing finer. Pure.
 */
import { isIPv4, isIPv6 } from 'node:net'

/** '' for what is no address. */
export function shortenAddress(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}…`
  if (!isIPv6(plain)) return ''
  const [head = '', tail] = plain.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after]
  return `${groups.slice(0, 3).join(':')}…`
}
