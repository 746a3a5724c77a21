/**
 * Whether a database is still where it was when it last sent (DESIGN promise 3). Pure. A part that either side does not
 * know is not held against the other: a managed PostgreSQL may not say it, an earlier release did not write it.
 */
export type HoldReason =
  | 'rewritten'
  | 'other-cluster'
  | 'other-database'
  | 'other-timeline'
  | 'other-folder'
  | 'other-host'
  | 'other-address'
  | 'rewound'
  | 'slept'

/** What a database is known by; docs/operations.md "When Phiếu holds sending" says where each part comes from. */
export type PlaceParts = Partial<
  Record<'cluster' | 'database' | 'timeline' | 'folder' | 'host' | 'address', string | null>
>

/** How far an installation had come: rounds of confirming, and the position in the write-ahead log ("0/1B80D40"). */
export type Seen = { epoch: number; lsn: string | null }

/** In the order in which they are told: the first says most. */
const PARTS: [keyof PlaceParts, HoldReason][] = [
  ['cluster', 'other-cluster'],
  ['database', 'other-database'],
  ['timeline', 'other-timeline'],
  ['folder', 'other-folder'],
  ['host', 'other-host'],
  ['address', 'other-address'],
]

export function judgePlace(recorded: PlaceParts, found: PlaceParts): HoldReason | null {
  for (const [part, reason] of PARTS) {
    if (recorded[part] && found[part] && recorded[part] !== found[part]) return reason
  }
  return null
}

/** Whether the database is behind what a witness outside it has seen: somebody put an earlier state back. */
export function isBehind(own: Seen, witness: Seen | null): boolean {
  if (!witness || own.epoch > witness.epoch) return false
  if (own.epoch < witness.epoch) return true
  return own.lsn !== null && witness.lsn !== null && positionOf(own.lsn) < positionOf(witness.lsn)
}

/** The further of two. */
export function furthest(one: Seen | null, other: Seen | null): Seen | null {
  if (!one || !other) return one ?? other
  return isBehind(one, other) ? other : one
}

/** pg_lsn: two hexadecimal halves of 32 bits. */
function positionOf(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}
