/** The calls of setting up. Their answers are the server's own schemas. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Definition } from '../../../../../server/campaigns/definition.ts'
import type {
  CheckView,
  DefinitionView,
  QuestionsReport,
  SavedView,
  VersionsView,
  VersionView,
} from '../../../../../server/setup/schemas.ts'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { request } from '../../../shared/request.ts'

export const definitionQuery = (code: string) =>
  queryOptions({
    queryKey: ['campaign', code, 'definition'],
    queryFn: ({ signal }) => request<DefinitionView>(campaignPath(code, '/definition'), { signal }),
    staleTime: 30_000,
  })

/** How many versions the server tells at once; as many mean that there may be older ones. */
const VERSIONS_AT_ONCE = 100

/** The newest first, a page at a time. */
export const versionsQuery = (code: string) =>
  infiniteQueryOptions({
    queryKey: ['campaign', code, 'definition', 'versions'],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === null ? '' : `?before=${pageParam}`
      return request<VersionsView>(campaignPath(code, `/definition/versions${before}`), { signal })
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < VERSIONS_AT_ONCE ? null : page.at(-1)!.version),
  })

export const versionQuery = (code: string, version: number) =>
  queryOptions({
    queryKey: ['campaign', code, 'definition', 'versions', version],
    queryFn: ({ signal }) => request<VersionView>(campaignPath(code, `/definition/versions/${version}`), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const checkDefinition = (code: string, definition: Definition, signal: AbortSignal) =>
  request<CheckView>(campaignPath(code, '/definition/check'), { method: 'POST', json: { definition }, signal })

export const saveDefinition = (code: string, version: number, definition: Definition) =>
  request<SavedView>(campaignPath(code, '/definition'), { method: 'PUT', json: { version, definition } })

/** `dryRun`: only judged. */
export function sendQuestions(code: string, block: string, version: number, file: File, dryRun: boolean) {
  const form = new FormData()
  form.set('version', String(version))
  form.set('file', file)
  const query = new URLSearchParams({ block, dryRun: String(dryRun) })
  return request<QuestionsReport>(campaignPath(code, `/definition/questions?${query}`), { method: 'POST', form })
}

/** Where the table of a block's questions can be fetched as a file. */
export const questionsFile = (code: string, block: string, kind: 'xlsx' | 'csv'): string =>
  campaignPath(code, `/definition/questions.${kind}?block=${encodeURIComponent(block)}`)

export const previewPath = (code: string, block: string, group: string): string =>
  campaignPath(code, `/preview/${encodeURIComponent(block)}/${encodeURIComponent(group)}`)
