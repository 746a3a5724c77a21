/** The channels and the hold: one for the whole installation, whatever campaign is on the screen. */
import { useQuery } from '@tanstack/react-query'
import type { SendingView } from '../../../shared/delivery-types.ts'
import { request } from '../../shared/request.ts'

export const SENDING_KEY = ['sending'] as const

/** `everyMs`: how often the screen asks; a banner can wait longer than the page that shows the pace. */
export const useSending = (everyMs: number) =>
  useQuery({
    queryKey: SENDING_KEY,
    queryFn: ({ signal }) => request<SendingView>('/api/sending', { signal }),
    refetchInterval: everyMs,
  })
