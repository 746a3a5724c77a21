/** How many requests of respondents are overdue, beside the part of the console where they are settled; nothing when none is. */
import { useQuery } from '@tanstack/react-query'
import type { RequestCounts } from '../../../shared/privacy-types.ts'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { request } from '../../shared/request.ts'
import { t } from '../../words/t.ts'
import classes from './overdue-badge.module.css'

const EVERY_MS = 5 * 60_000

export function OverdueBadge({ code }: { code: string }) {
  const { data } = useQuery({
    queryKey: ['campaign', code, 'privacy', 'counts'],
    queryFn: ({ signal }) => request<RequestCounts>(campaignPath(code, '/privacy/requests/counts'), { signal }),
    staleTime: 60_000,
    refetchInterval: EVERY_MS,
  })
  if (!data || data.overdue === 0) return null
  const words = t`${data.overdue} yêu cầu về dữ liệu cá nhân quá hạn`
  return (
    <span className={classes.badge} role="img" aria-label={words} title={words}>
      {data.overdue}
    </span>
  )
}
