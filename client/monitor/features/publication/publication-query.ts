/** Publications of a campaign, under the campaign's key, so that an act on the campaign asks for them anew. */
import { useQuery } from '@tanstack/react-query'
import type { PublicationChoices, PublicationsView } from '../../../shared/publication-types.ts'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'

export const usePublications = (code: string) =>
  useQuery({
    queryKey: ['campaign', code, 'publications'],
    queryFn: ({ signal }) => request<PublicationsView>(campaignPath(code, '/publications'), { signal }),
  })

/** The page as it would be published now. */
export const usePreview = (code: string, choices: PublicationChoices, reason: string) =>
  useQuery({
    queryKey: ['campaign', code, 'publications', 'preview', choices, reason],
    queryFn: ({ signal }) =>
      request<{ page: string }>(campaignPath(code, '/publications/preview'), {
        method: 'POST',
        json: { choices, reason },
        signal,
      }),
    placeholderData: (previous) => previous,
    retry: false,
  })
