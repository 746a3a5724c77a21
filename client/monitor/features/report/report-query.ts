/** The yearly report of a campaign and what officers write into it. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FieldsView, FieldVersions, ReportDocument } from '../../../shared/report-types.ts'
import { campaignPath, useCampaign } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'

/** How often a report of provisional figures is asked for anew: it is long, and nobody reads it figure by figure then. */
const MOVING_MS = 60_000
/** Soon enough to tell an officer that another has written the same field. */
const FIELDS_MS = 20_000

export const reportQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'report'],
    queryFn: ({ signal }) => request<ReportDocument>(campaignPath(code, '/index/report'), { signal }),
    refetchInterval: ({ state }) => (state.data?.provisional ? MOVING_MS : false),
  })

export const fieldsQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'report-fields'],
    queryFn: ({ signal }) => request<FieldsView>(campaignPath(code, '/index/report/fields'), { signal }),
    refetchInterval: FIELDS_MS,
  })

const useOpened = (code: string): boolean => {
  const campaign = useCampaign(code).data
  return campaign !== undefined && campaign.status !== 'draft'
}

/** A draft has no figures yet, and the server says so; it is not asked. */
export function useReport(code: string) {
  return useQuery({ ...reportQuery(code), enabled: useOpened(code) })
}

export function useFields(code: string) {
  return useQuery({ ...fieldsQuery(code), enabled: useOpened(code) })
}

/** Asked for only while the versions are looked at. */
export const useFieldVersions = (code: string, field: string) =>
  useQuery({
    queryKey: ['campaign', code, 'report-versions', field],
    queryFn: ({ signal }) =>
      request<FieldVersions>(campaignPath(code, `/index/report/fields/${encodeURIComponent(field)}`), { signal }),
  })
