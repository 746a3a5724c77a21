/** The part of the list that is in view, fetched a hundred people at a time once scrolling rests. */
import { queryOptions, useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { RosterCard, RosterPeople, RosterPerson } from '../../../../shared/roster-types.ts'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { LOOK } from '../../../shared/look-at-people.ts'
import { request } from '../../../shared/request.ts'

export type PeopleFilter = { search: string; unit: string; group: string; sort: 'name' | 'unit' | 'group' }
export const EVERYBODY: PeopleFilter = { search: '', unit: '', group: '', sort: 'name' }

const PER_PAGE = 100
const RESTING_MS = 120

function pageQuery(code: string, filter: PeopleFilter, page: number) {
  const given = Object.entries(filter).filter(([, value]) => value !== '')
  const query = new URLSearchParams({
    ...Object.fromEntries(given),
    offset: String(page * PER_PAGE),
    limit: String(PER_PAGE),
  })
  return queryOptions({
    queryKey: ['campaign', code, 'roster', 'people', filter, page],
    queryFn: ({ signal }) => request<RosterPeople>(campaignPath(code, `/roster/people?${query}`), { signal }),
    ...LOOK,
  })
}

export const cardQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'roster', 'person', id],
    queryFn: ({ signal }) =>
      request<RosterCard>(campaignPath(code, `/roster/people/${encodeURIComponent(id)}`), { signal }),
    ...LOOK,
  })

export type PeopleWindow = {
  /** Undefined until the first answer for this filter. */
  total: number | undefined
  personAt: (index: number) => RosterPerson | undefined
  error: unknown
  retry: () => void
}

/** `first` and `last`: places of the list that are in view. */
export function usePeopleWindow(code: string, filter: PeopleFilter, first: number, last: number): PeopleWindow {
  const [from, to] = useRested(Math.floor(first / PER_PAGE), Math.floor(Math.max(first, last) / PER_PAGE), filter)
  const pages = Array.from({ length: Math.min(to - from, 3) + 1 }, (_, at) => from + at)
  const answers = useQueries({ queries: pages.map((page) => pageQuery(code, filter, page)) })
  const total = useRef<{ filter: PeopleFilter; total: number } | null>(null)
  const answered = answers.find(({ data }) => data)?.data
  if (answered) total.current = { filter, total: answered.total }
  const byPage = new Map(pages.map((page, at) => [page, answers[at]?.data]))
  const failed = answers.filter(({ error }) => error)
  return {
    total: total.current?.filter === filter ? total.current.total : undefined,
    personAt: (index) => byPage.get(Math.floor(index / PER_PAGE))?.people[index % PER_PAGE],
    error: failed[0]?.error,
    retry: () => {
      for (const { refetch } of failed) void refetch()
    },
  }
}

/** The pages in view, once they have not changed for a moment; at once for another filter. */
function useRested(from: number, to: number, filter: PeopleFilter): [number, number] {
  const [rested, setRested] = useState({ from, to, filter })
  useEffect(() => {
    const timer = setTimeout(() => setRested({ from, to, filter }), RESTING_MS)
    return () => clearTimeout(timer)
  }, [from, to, filter])
  return rested.filter === filter ? [rested.from, rested.to] : [0, 0]
}
