/** One state-changing call of sending; whatever it answers, the campaign's screens and the channels are asked anew. */
import { useQueryClient } from '@tanstack/react-query'
import { refreshCampaign } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { SENDING_KEY } from './sending-query.ts'

type Change = { path: string; method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; json?: unknown }

export function useChange<T>(code: string) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: ({ path, method = 'POST', json }: Change) =>
      request<T>(path, { method, json: json ?? (method === 'DELETE' ? undefined : {}) }),
    onSettled: () => Promise.all([refreshCampaign(client, code), client.invalidateQueries({ queryKey: SENDING_KEY })]),
  })
}
