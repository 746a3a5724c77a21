/** What the privacy page reads. A look at names is written into the log, so nothing here is asked again by itself. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  Candidates,
  ErasePreview,
  Notices,
  PrivacyRequests,
  Retention,
  RetentionView,
} from '../../../shared/privacy-types.ts'
import { campaignPath, refreshCampaign } from '../../shared/campaign-queries.ts'
import { LOOK } from '../../shared/look-at-people.ts'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'

export const privacyPath = (code: string, rest: string): string => campaignPath(code, `/privacy${rest}`)

const key = (code: string, ...rest: string[]) => ['campaign', code, 'privacy', ...rest]

function useRead<T>(code: string, rest: string, staleTime: number = LOOK.staleTime) {
  return useQuery({
    queryKey: key(code, rest),
    queryFn: ({ signal }) => request<T>(privacyPath(code, rest), { signal }),
    ...LOOK,
    staleTime,
  })
}

export const useRequests = (code: string) => useRead<PrivacyRequests>(code, '/requests')
export const useNotices = (code: string) => useRead<Notices>(code, '/notices')
export const useRetention = (code: string) => useRead<RetentionView>(code, '/retention')
export const useErasePreview = (code: string, id: string) =>
  useRead<ErasePreview>(code, `/requests/${encodeURIComponent(id)}/erase`, 0)

/** Nobody is looked for before two letters are there. */
export function useCandidates(code: string, search: string) {
  return useQuery({
    queryKey: key(code, 'people', search),
    queryFn: ({ signal }) =>
      request<Candidates>(privacyPath(code, `/people?search=${encodeURIComponent(search)}`), { signal }),
    enabled: search.length >= 2,
    ...LOOK,
    placeholderData: keepPreviousData,
  })
}

export function useSetRetention(code: string) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: (json: Retention) => request<RetentionView>(privacyPath(code, '/retention'), { method: 'PUT', json }),
    onSettled: () => refreshCampaign(client, code),
  })
}
