/** Channels that this installation cannot really send over. Only production minds: elsewhere the outbox takes the messages. */
import type { ChannelName } from '../../channels/channel.ts'
import type { Config } from '../../config.ts'

export function missingChannels({
  production,
  smtp,
  zalo,
}: Pick<Config, 'production' | 'smtp' | 'zalo'>): ChannelName[] {
  if (!production) return []
  return [...(smtp ? [] : (['email'] as const)), ...(zalo ? [] : (['zalo'] as const))]
}
