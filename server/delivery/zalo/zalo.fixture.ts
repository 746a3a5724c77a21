/** What the tests of this room share: settings that point to a simulator, and the application over them. */
import { buildApp } from '../../app.ts'
import { createZaloChannel } from '../../channels/zalo.ts'
import type { Config, ZaloConfig } from '../../config.ts'
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import type { deliveryWorld } from '../delivery.fixture.ts'
import type { ZaloSimulator } from './simulator.ts'
import { zaloTokenStore } from './token-store.ts'

const TEMPLATE_ID = '7895417a7d3f9461cd2e'

export const configFor = (zalo: ZaloSimulator): ZaloConfig => ({
  appId: zalo.appId,
  appSecret: zalo.appSecret,
  oaSecret: zalo.oaSecret,
  refreshToken: zalo.refreshToken(),
  templateId: TEMPLATE_ID,
  apiUrl: zalo.url,
  oauthUrl: zalo.url,
})

/** Deps as deps.ts would build them with these settings; the caller closes the channel. */
export function depsWithZalo(
  world: ReturnType<typeof deliveryWorld>,
  zalo: ZaloConfig,
  { process = 1, timeoutMs = 20_000 }: { process?: number; timeoutMs?: number } = {},
): Deps {
  const deps = world.deps({ process })
  const zaloTokens = zaloTokenStore(deps.db, deps.secrets, zalo, world.clock)
  const channel = createZaloChannel({ ...zalo, tokens: zaloTokens, clock: world.clock, timeoutMs })
  return {
    ...deps,
    config: { ...deps.config, zalo },
    zaloTokens,
    channels: { ...deps.channels, zalo: channel },
  }
}

export function appOver(deps: Deps, config: Partial<Config> = {}): Promise<App> {
  return buildApp({ ...deps, answerDb: deps.db, definitions: [], config: { ...deps.config, trustProxy: 0, ...config } })
}
