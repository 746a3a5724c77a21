/** What the log's page asks the server for. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { AuditFacets, AuditPage, WholeEntry } from '../../../../server/audit/schemas.ts'
import { request } from '../../shared/request.ts'

export type AuditFilter = {
  campaign?: string
  actor?: string
  action?: string
  kind?: string
  from?: string
  to?: string
}

/** Empty values are left out. */
export function queryOf(filter: Record<string, string | number | undefined>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
}

/** Pages of entries, newest first. */
export const useEntries = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      request<AuditPage>(`/api/audit?${queryOf({ ...filter, before: pageParam })}`, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const useFacets = (campaign: string | undefined) =>
  useQuery({
    queryKey: ['audit-facets', campaign],
    queryFn: ({ signal }) => request<AuditFacets>(`/api/audit/facets?${queryOf({ campaign })}`, { signal }),
    placeholderData: keepPreviousData,
  })

/** One entry with its hash and all of its details. */
export const useWholeEntry = (seq: number) =>
  useQuery({
    queryKey: ['audit-entry', seq],
    queryFn: ({ signal }) => request<WholeEntry>(`/api/audit/entries/${seq}`, { signal }),
    staleTime: Infinity,
  })
