/** Nhật ký: of one campaign, or (under Quản trị) of the whole installation. */
import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import classes from './audit.module.css'
import { AuditDownloads } from './audit-downloads.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { type AuditFilter, useEntries, useFacets } from './audit-queries.ts'
import { ChainCheck } from './chain-check.tsx'
import { EntryList } from './entry-list.tsx'

export function AuditPage() {
  const { code } = useParams({ strict: false })
  const [chosen, setChosen] = useState<AuditFilter>({})
  const [whole, setWhole] = useState(code === undefined)
  const filter = whole || !code ? chosen : { ...chosen, campaign: code }
  const facets = useFacets(filter.campaign)
  const entries = useEntries(filter)
  const rows = entries.data?.pages.flatMap((one) => one.entries) ?? []

  return (
    <div className={page.stack}>
      <header>
        <h2 className={page.title}>{t`Nhật ký`}</h2>
        <p className={page.lead}>
          {t`Mọi thay đổi và mọi lần xem dữ liệu cá nhân: ai, lúc nào, việc gì, trước và sau ra sao. Không ai sửa hay xóa được qua phần mềm.`}
        </p>
      </header>
      <ChainCheck />
      <Panel flush label={t`Các mục nhật ký`}>
        <AuditFilters
          filter={filter}
          facets={facets.data}
          own={code}
          whole={whole}
          onWhole={(next) => {
            setWhole(next)
            setChosen({})
          }}
          onChange={(next) => setChosen({ ...chosen, ...next })}
        />
        {entries.error && (
          <div className={classes.inset}>
            <ErrorNote error={entries.error} onRetry={() => void entries.refetch()} />
          </div>
        )}
        {entries.isLoading && <PageLoading />}
        {entries.data && rows.length === 0 && (
          <p
            className={classes.empty}
          >{t`Không có mục nào khớp. Thử bỏ bớt điều kiện lọc hoặc mở rộng khoảng ngày.`}</p>
        )}
        {rows.length > 0 && (
          <>
            <EntryList entries={rows} showCampaign={filter.campaign === undefined} />
            <p className={classes.more}>
              <span role="status">{t`Đang hiện ${formatCount(rows.length)} mục mới nhất khớp bộ lọc`}</span>
              {entries.hasNextPage && (
                <Button
                  variant="default"
                  size="xs"
                  loading={entries.isFetchingNextPage}
                  onClick={() => void entries.fetchNextPage()}
                >
                  {t`Xem các mục cũ hơn`}
                </Button>
              )}
            </p>
          </>
        )}
      </Panel>
      <AuditDownloads filter={filter} />
    </div>
  )
}
