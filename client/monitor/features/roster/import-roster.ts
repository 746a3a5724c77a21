/** Sends a roster file: first as a dry run, then for good. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RosterReport } from '../../../shared/api-types.ts'
import { campaignPath, refreshCampaign } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'

type ImportMode = { dryRun: boolean; partial?: boolean }

function sendRoster(code: string, file: File, { dryRun, partial }: ImportMode): Promise<RosterReport> {
  const form = new FormData()
  form.append('file', file)
  const query = new URLSearchParams({ dryRun: String(dryRun), ...(partial ? { partial: 'true' } : {}) })
  return request<RosterReport>(campaignPath(code, `/roster?${query}`), { method: 'POST', form })
}

export const useRosterCheck = (code: string) =>
  useMutation({ mutationFn: (file: File) => sendRoster(code, file, { dryRun: true }) })

export function useRosterImport(code: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, partial }: { file: File; partial: boolean }) =>
      sendRoster(code, file, { dryRun: false, partial }),
    onSuccess: () => refreshCampaign(client, code),
  })
}
