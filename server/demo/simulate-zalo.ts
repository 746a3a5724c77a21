/**
 * `npm run demo -- --simulate`: a simulated Zalo in place of the outbox, with people who are not on Zalo, connections that
 * break, and receipts that come late, twice or not at all, so that the officers' picture has something to show.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { ZaloConfig } from '../config.ts'
import { startZaloSimulator } from '../delivery/zalo/simulator.ts'
import { readOutbox } from './collect-links.ts'
import type { Officer } from './officer.ts'
import { CODE } from './prepare-survey.ts'

const SEED = 2024
/** About as many as a province meets: no Zalo account, no such number any more, blocked, a connection that breaks. */
const FATES = [
  { share: 0.035, answer: -118 },
  { share: 0.012, answer: -119 },
  { share: 0.006, answer: -114 },
  { share: 0.003, answer: 'drop' },
  { share: 0.001, answer: 'hang' },
] as const
const RECEIPTS = {
  delayMs: { from: 300, to: 6_000 },
  twice: 0.05,
  late: 0.03,
  lateMs: 45_000,
  lost: 0.02,
  untracked: 0.05,
  beforeReply: 0.01,
  forged: 0.005,
}
/** The official account of the demonstration is a big one. */
const DAILY_QUOTA = 5_000
const PER_MINUTE = 3_000

export type SimulatedZalo = {
  config: ZaloConfig
  /** Links in messages that Zalo has taken, whether or not anybody could tell. */
  tokens(): string[]
  close(): Promise<void>
}

/** `port`: where the application will listen for receipts. */
export async function simulateZalo(port: number): Promise<SimulatedZalo> {
  const zalo = await startZaloSimulator({
    seed: SEED,
    dailyQuota: DAILY_QUOTA,
    latencyMs: { from: 15, to: 90 },
    fates: [...FATES],
    webhook: { url: `http://127.0.0.1:${port}/api/zalo/webhook`, ...RECEIPTS },
  })
  return {
    config: {
      appId: zalo.appId,
      appSecret: zalo.appSecret,
      oaSecret: zalo.oaSecret,
      refreshToken: zalo.refreshToken(),
      templateId: 'phieu-moi',
      apiUrl: zalo.url,
      oauthUrl: zalo.url,
    },
    tokens: () => zalo.taken.map(({ template_data }) => template_data.token!),
    close: zalo.close,
  }
}

export const quicken = (officer: Officer): Promise<unknown> =>
  officer.patch('/api/sending/channels/zalo', { perMinute: PER_MINUTE })

/** Tokens of everybody whom a message can have reached, once none waits any more; each once. */
export async function collectReached(
  base: string,
  officer: Officer,
  zalo: SimulatedZalo,
  onProgress: (found: number) => void,
): Promise<string[]> {
  for (;;) {
    const { deliveries } = await officer.get<{ deliveries: Record<string, { queued: number; sending: number }> }>(
      `/api/campaigns/${CODE}/progress`,
    )
    const waiting = Object.values(deliveries).reduce((sum, { queued, sending }) => sum + queued + sending, 0)
    const tokens = new Set([...zalo.tokens(), ...(await readOutbox(base))])
    onProgress(tokens.size)
    if (waiting === 0) return [...tokens]
    await pause(500)
  }
}
