/** Guessing is limited per account by lock-out and per address by this. */
export const GUESSING = { rateLimit: { max: 30, timeWindow: '1 minute' } }
