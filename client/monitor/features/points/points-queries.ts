/** Points that come from outside: what came in, one version of it, and bringing in another. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PointSet, PointSets, PointsImport } from '../../../shared/index-types.ts'
import { campaignPath, refreshCampaign } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { type SetKey, setSearch } from './set-cards.ts'

const pointsQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'points'],
    queryFn: ({ signal }) => request<PointSets>(campaignPath(code, '/points'), { signal }),
  })

export const usePoints = (code: string) => useQuery(pointsQuery(code))

/** A version never changes, so it is asked for once; undefined asks for nothing. */
export const usePointSet = (code: string, id: string | undefined) =>
  useQuery({
    queryKey: ['point-set', code, id],
    queryFn: ({ signal }) =>
      request<PointSet>(campaignPath(code, `/points/${encodeURIComponent(id ?? '')}`), { signal }),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })

type Sent = { file: File; reason?: string; seen?: number }

/** Fields stand before the file, so that they are known when it arrives. */
function sendPoints(code: string, key: SetKey, { file, reason, seen }: Sent): Promise<PointsImport> {
  const form = new FormData()
  if (reason !== undefined) form.append('reason', reason)
  if (seen !== undefined) form.append('seen', String(seen))
  form.append('file', file)
  const search = setSearch(key, { dryRun: String(reason === undefined) })
  return request<PointsImport>(campaignPath(code, `/points?${search}`), { method: 'POST', form })
}

export const usePointsCheck = (code: string, key: SetKey) =>
  useMutation({ mutationFn: (file: File) => sendPoints(code, key, { file }) })

/** `seen`: the version that the file was held against. */
export function usePointsImport(code: string, key: SetKey, seen: number) {
  const client = useQueryClient()
  return useSingleMutation({
    mutationFn: (sent: { file: File; reason: string }) => sendPoints(code, key, { ...sent, seen }),
    onSettled: () => refreshCampaign(client, code),
  })
}
