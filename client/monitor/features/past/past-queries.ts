/** Published results of the year before: what is here, and bringing them in from a file or from an earlier campaign. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PastImport, PastView } from '../../../shared/index-types.ts'
import { campaignPath, refreshCampaign } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'
import { useAct } from '../../shared/use-act.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'

const pastQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'past'],
    queryFn: ({ signal }) => request<PastView>(campaignPath(code, '/past'), { signal }),
  })

export const usePast = (code: string) => useQuery(pastQuery(code))

/** Fields stand before the file, so that they are known when it arrives. */
function sendPast(code: string, file: File, reason?: string): Promise<PastImport> {
  const form = new FormData()
  if (reason !== undefined) form.append('reason', reason)
  form.append('file', file)
  return request<PastImport>(campaignPath(code, `/past?dryRun=${reason === undefined}`), { method: 'POST', form })
}

export const usePastCheck = (code: string) => useMutation({ mutationFn: (file: File) => sendPast(code, file) })

export function usePastImport(code: string) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: ({ file, reason }: { file: File; reason: string }) => sendPast(code, file, reason),
    onSettled: () => refreshCampaign(client, code),
  })
}

export const usePastFromCampaign = (code: string) =>
  useAct<PastImport, { campaign: string; reason: string }>(code, '/past/from-campaign')
