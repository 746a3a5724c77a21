/**
 * A chain of token pairs, each bought with the refresh token of the one before, as one sealed row. `spending` is written
 * before a token is spent and goes when its answer is: whoever finds it knows that somebody died in between.
 */
import { type Secrets, sha256 } from '../../secrets.ts'
import type { ZaloTokenRow } from './token-queries.ts'

const SEEDS = 8

export type Chain = {
  /** Empty while the first token of all is being spent. */
  accessToken: string
  refreshToken: string
  /** Hashes of the tokens that people gave for this chain; another one in the environment begins a new chain. */
  seeds: string[]
  spending?: { token: string; since: string }
  /** Hash of the token that Zalo refused last. */
  refused?: string
}

export type StoredChain = Chain & { generation: number; expiresAt: Date; refreshedAt: Date }

export const NO_CHAIN: StoredChain = {
  accessToken: '',
  refreshToken: '',
  seeds: [],
  generation: 0,
  expiresAt: new Date(0),
  refreshedAt: new Date(0),
}

export const seedOf = (token: string): string => sha256(token).toString('base64url')

/** Throws when it was sealed under another SECRET_KEY. */
export function openChain(secrets: Secrets, row: ZaloTokenRow): StoredChain {
  const opened = secrets.open('zalo-tokens', row.appId, row.sealedPair).toString('utf8')
  const { seed, ...chain }: Chain & { seed?: string } = JSON.parse(opened)
  const { generation, expiresAt, refreshedAt } = row
  // Before chains could be begun in the console, a row held one seed.
  return { ...chain, seeds: chain.seeds ?? (seed ? [seed] : []), generation, expiresAt, refreshedAt }
}

export function sealChain(secrets: Secrets, appId: string, stored: StoredChain): ZaloTokenRow {
  const { generation, expiresAt, refreshedAt, ...chain } = stored
  const sealedPair = secrets.seal('zalo-tokens', appId, Buffer.from(JSON.stringify(chain)))
  return { appId, sealedPair, generation, expiresAt, refreshedAt }
}

/** `given`: tokens of people that the chain stands for from now on. */
export function withSeeds(seeds: string[], ...given: (string | undefined)[]): string[] {
  const added = given.filter((token) => token !== undefined && token !== '').map((token) => seedOf(token as string))
  return [...new Set([...added, ...seeds])].slice(0, SEEDS)
}

export function withoutSpending({ spending: _done, ...chain }: StoredChain): StoredChain {
  return chain
}

/** Whether the token has been given to Zalo already, and brought nothing. */
export function wasTried({ refused, spending }: StoredChain, token: string): boolean {
  return refused === seedOf(token) || spending?.token === token
}
