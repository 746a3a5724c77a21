/** The server's own rendering of the words, a moment after the last key, so that what is shown is what will be sent. */
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TemplateBody, TemplateKind, TemplatePreview } from '../../../../shared/delivery-types.ts'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { request } from '../../../shared/request.ts'

const TYPING_MS = 400

export function useTemplatePreview(code: string, kind: TemplateKind, { subject, body }: TemplateBody) {
  const words = useMemo<TemplateBody>(() => ({ subject, body }), [subject, body])
  const [settled] = useDebouncedValue(words, TYPING_MS)
  const query = useQuery({
    queryKey: ['template-preview', code, kind, settled],
    queryFn: ({ signal }) =>
      request<TemplatePreview>(campaignPath(code, `/templates/${kind}/preview`), {
        method: 'POST',
        json: settled,
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  })
  const stale = query.isPlaceholderData || settled !== words
  return { data: query.data, error: query.error, stale, retry: () => void query.refetch() }
}
