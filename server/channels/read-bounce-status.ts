/**
 * What an enhanced status code means for a message and its address. Pure. RFC 3463 gives the codes; where mail systems
 * use them otherwise than it says, the choice is the one that loses less: a message too many to a dead address costs
 * little, an address wrongly given up costs a person.
 *
 * | status | judged | because |
 * |---|---|---|
 * | 4.x.x given up | soft | its cause is transient by definition (RFC 3463 2); the host's patience ended, not the cause |
 * | 5.1.x | hard, address | bad mailbox, host or syntax (3.2); but 5.1.7 and 5.1.8 blame the sender |
 * | 5.2.1 | hard, address | mailbox disabled (3.3) |
 * | 5.2.2, 5.3.1 | soft | mailbox or system full: "persistent transient" (3.3, 3.4) |
 * | 5.3.0, 5.3.2, 5.3.5 | soft | the receiving system's own trouble (3.4), mended within hours or not at all |
 * | 5.4.5, 5.4.7 | soft | congestion, time ran out (3.5) |
 * | 5.4.x, 5.5.x, 5.6.x, 5.7.x, others | hard | routing, protocol, content, policy: the next try would meet the same, and none proves the address bad (5.4.4 may be our relay's, 5.7.1 a spam filter's) |
 */
export type StatusVerdict = {
  /** Worth trying again later. */
  soft: boolean
  /** Nothing more should go to this address. */
  address: boolean
}

const SOFT = new Set(['5.2.2', '5.3.0', '5.3.1', '5.3.2', '5.3.5', '5.4.5', '5.4.7'])
const SENDER = new Set(['5.1.7', '5.1.8'])

/** `status` of a message that was given up: `4.x.x` or `5.x.x`. */
export function judgeStatus(status: string): StatusVerdict {
  if (status.startsWith('4.') || SOFT.has(status)) return { soft: true, address: false }
  return { soft: false, address: status === '5.2.1' || (status.startsWith('5.1.') && !SENDER.has(status)) }
}
