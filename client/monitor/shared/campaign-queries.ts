/** What the screens of one campaign read; the live connection writes into the same cache. */
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { CampaignDetail, CampaignSummary, Progress, Scores } from '../../shared/api-types.ts'
import type { SurveyRanges } from '../../shared/index-types.ts'
import { request } from './request.ts'

const path = (code: string, rest = '') => `/api/campaigns/${encodeURIComponent(code)}${rest}`

export const campaignPath = path

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: ({ signal }) => request<CampaignSummary[]>('/api/campaigns', { signal }),
  refetchInterval: 15_000,
})

export const campaignQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code],
    queryFn: ({ signal }) => request<CampaignDetail>(path(code), { signal }),
    refetchInterval: 15_000,
  })

export const progressQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'progress'],
    queryFn: ({ signal }) => request<Progress>(path(code, '/progress'), { signal }),
    staleTime: 30_000,
    structuralSharing: false,
  })

export const scoresQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'scores'],
    queryFn: ({ signal }) => request<Scores>(path(code, '/scores'), { signal }),
    staleTime: 30_000,
    structuralSharing: false,
  })

export const surveyRangesQuery = (code: string, running: boolean) =>
  queryOptions({
    queryKey: ['campaign', code, 'survey-ranges'],
    queryFn: ({ signal }) => request<SurveyRanges>(path(code, '/survey-ranges'), { signal }),
    refetchInterval: running ? 10_000 : false,
  })

export const useCampaign = (code: string) => useQuery(campaignQuery(code))
export const useProgress = (code: string) => useQuery(progressQuery(code))
/** A draft has no scores yet, and the server says so; it is not asked. */
export const useScores = (code: string, opened: boolean) => useQuery({ ...scoresQuery(code), enabled: opened })

/** After an act that changed the campaign. */
export async function refreshCampaign(client: QueryClient, code: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['campaign', code] }),
    client.invalidateQueries({ queryKey: ['campaigns'] }),
  ])
}
