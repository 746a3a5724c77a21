/** The public receipt of a response: the first 22 base64url characters (132 bits) of SHA-256(message) — CONTRACT's [0..21]. */
export const receiptOf = (messageHash: Buffer): string => messageHash.toString('base64url').slice(0, 22)
