/** What the screens of sending read. Under the campaign's key, so that an act on the campaign asks all of it anew. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type {
  ByHandView,
  FunnelView,
  PeopleView,
  PersonHistoryView,
  PlanView,
  Scope,
  TemplatesView,
  UnknownView,
} from '../../../shared/delivery-types.ts'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { LOOK } from '../../shared/look-at-people.ts'
import { request } from '../../shared/request.ts'

const SLOW_MS = 20_000

const query = <T>(code: string, rest: string, key: readonly unknown[]) =>
  queryOptions({
    queryKey: ['campaign', code, 'delivery', ...key],
    queryFn: ({ signal }) => request<T>(campaignPath(code, rest), { signal }),
  })

/** `a=1&b=2` of what is given; empty values are left out. */
export const searchOf = (values: Record<string, string | number | undefined>): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString()

export const funnelKey = (code: string) => ['campaign', code, 'delivery', 'funnel'] as const

export const useFunnel = (code: string) =>
  useQuery({ ...query<FunnelView>(code, '/funnel', ['funnel']), refetchInterval: SLOW_MS })

/** The list before stays to be seen until the next one has come. */
const LOOK_ON = { ...LOOK, placeholderData: keepPreviousData }

/** `count`: how many the picture tells of; the list is asked anew when that changes. */
export const useUnknown = (code: string, page: number, count: number) =>
  useQuery({ ...query<UnknownView>(code, `/unknown?page=${page}`, ['unknown', page, count]), ...LOOK_ON })

export const usePlan = (code: string) =>
  useQuery({ ...query<PlanView>(code, '/plan', ['plan']), refetchInterval: SLOW_MS })

export const useTemplates = (code: string) => useQuery(query<TemplatesView>(code, '/templates', ['templates']))

export type PeopleFilter = Partial<
  Record<'search' | 'channel' | 'state' | 'cause' | 'wave' | 'unit' | 'reached', string>
> & {
  page?: number
}

export const usePeople = (code: string, filter: PeopleFilter) =>
  useQuery({
    ...query<PeopleView>(code, `/people?${searchOf(filter)}`, ['people', filter]),
    ...LOOK_ON,
  })

export const usePerson = (code: string, id: string) =>
  useQuery({
    ...query<PersonHistoryView>(code, `/people/${encodeURIComponent(id)}`, ['person', id]),
    ...LOOK_ON,
    placeholderData: undefined,
  })

/** `enabled`: not for those who may not hand links over. */
export const useByHand = (code: string, scope: Scope, unit: string, page: number, enabled: boolean) =>
  useQuery({
    enabled,
    ...query<ByHandView>(code, `/by-hand?${searchOf({ scope, unit, page })}`, ['by-hand', scope, unit, page]),
    ...LOOK_ON,
  })
