/** One state-changing call on a campaign; whatever it answers, the screens are asked anew. */
import { useQueryClient } from '@tanstack/react-query'
import { campaignPath, refreshCampaign } from './campaign-queries.ts'
import { request } from './request.ts'
import { useSingleMutation } from './use-single-mutation.ts'

export function useAct<T, Body = unknown>(code: string, rest: string) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: (json: Body) => request<T>(campaignPath(code, rest), { method: 'POST', json }),
    onSettled: () => refreshCampaign(client, code),
  })
}
