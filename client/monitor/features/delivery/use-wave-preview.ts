/** Whom a wave would reach if it were sent at this moment, and until when; asked anew while it is looked at. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PreviewBody, PreviewView } from '../../../shared/delivery-types.ts'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'

const EVERY_MS = 10_000

/** `enabled`: not before it is known what would be sent. */
export const useWavePreview = (code: string, body: PreviewBody, enabled = true) =>
  useQuery({
    enabled,
    queryKey: ['wave-preview', code, body],
    queryFn: ({ signal }) =>
      request<PreviewView>(campaignPath(code, '/waves/preview'), { method: 'POST', json: body, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    refetchInterval: EVERY_MS,
  })
