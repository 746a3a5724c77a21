/** The index of a campaign, under the campaign's key, so that an act on the campaign asks for it anew. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { IndexDocument } from '../../../shared/index-types.ts'
import { campaignPath, useCampaign } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'

/** Points move as the box is opened; the server answers from memory, and with 304 while nothing changed. */
const MOVING_MS = 15_000

const indexQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'index'],
    queryFn: ({ signal }) => request<IndexDocument>(campaignPath(code, '/index'), { signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'provisional' ? MOVING_MS : false),
  })

/** A draft has no points yet, and the server says so; it is not asked. */
export function useIndex(code: string) {
  const campaign = useCampaign(code).data
  return useQuery({ ...indexQuery(code), enabled: campaign !== undefined && campaign.status !== 'draft' })
}
