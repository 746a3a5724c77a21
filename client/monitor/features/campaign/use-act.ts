/** One state-changing call on a campaign; whatever it answers, the screens are asked anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { campaignPath, refreshCampaign } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'

export function useAct<T>(code: string, rest: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (json: unknown = {}) => request<T>(campaignPath(code, rest), { method: 'POST', json }),
    onSettled: () => refreshCampaign(client, code),
  })
}
