/** Tìm người: anyone of the campaign by name, address or number, and where their last message stands. */

import { Button, NativeSelect } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { formatCount } from '../../../../shared/format-vi.ts'
import { useCampaign } from '../../../shared/campaign-queries.ts'
import { CHANNEL_NAMES, DELIVERY_STATE_NAMES } from '../../../shared/channel-names.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { useMayChange } from '../../../shared/may-change.ts'
import page from '../../../shared/page.module.css'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { Panel } from '../../../shared/panel.tsx'
import { PeopleSearch } from '../../../shared/people-search.tsx'
import { t } from '../../../words/t.ts'
import { usePeople } from '../delivery-queries.ts'
import { Pages } from '../pages.tsx'
import classes from './people-page.module.css'
import { readPeopleSearch } from './people-search.ts'
import { PeopleTable } from './people-table.tsx'
import { PersonDrawer } from './person-drawer.tsx'

const STATES = Object.entries(DELIVERY_STATE_NAMES).map(([value, label]) => ({ value, label }))

export function PeoplePage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { status } = useCampaign(code).data!
  const navigate = useNavigate()
  const mayChange = useMayChange()
  const { why, person, ...filter } = readPeopleSearch(useSearch({ strict: false }))
  const [shown, setShown] = useState<string | undefined>(person)
  const people = usePeople(code, filter)
  const go = (next: Record<string, string | number | undefined>) =>
    void navigate({
      to: '/campaigns/$code/delivery/people',
      params: { code },
      search: { ...filter, ...(why ? { why } : {}), ...(person ? { person } : {}), page: undefined, ...next },
      replace: true,
      resetScroll: false,
    })

  useEffect(() => {
    if (person) setShown(person)
  }, [person])

  return (
    <div className={page.stack}>
      <Panel flush label={t`Tìm người`}>
        <div className={classes.tools}>
          <PeopleSearch
            className={classes.search}
            initial={filter.search}
            onSearch={(search) => go({ search: search || undefined })}
          />
          <NativeSelect
            aria-label={t`Trạng thái tin`}
            data={[{ value: '', label: t`Mọi trạng thái` }, ...STATES]}
            value={filter.state ?? ''}
            onChange={(event) =>
              go({
                state: event.currentTarget.value || undefined,
                cause: undefined,
                why: undefined,
                reached: undefined,
              })
            }
          />
          <NativeSelect
            aria-label={t`Kênh`}
            data={[
              { value: '', label: t`Mọi kênh` },
              ...Object.entries(CHANNEL_NAMES).map(([value, label]) => ({ value, label })),
            ]}
            value={filter.channel ?? ''}
            onChange={(event) => go({ channel: event.currentTarget.value || undefined })}
          />
          <span className={classes.number} role="status">
            {people.data && t`${formatCount(people.data.total)} người`}
          </span>
        </div>
        {filter.cause && (
          <p className={classes.why}>
            {filter.reached ? t`Chỉ hiện người còn cần xử lý, có tin` : t`Chỉ hiện người có tin`}:{' '}
            <b>{why ?? t`cùng một nguyên nhân`}</b>{' '}
            <Button
              size="xs"
              variant="default"
              onClick={() => go({ cause: undefined, why: undefined, reached: undefined })}
            >
              {t`Bỏ lọc này`}
            </Button>
          </p>
        )}
        {people.error && (
          <div className={classes.tools}>
            <ErrorNote error={people.error} onRetry={() => void people.refetch()} />
          </div>
        )}
        {people.isLoading && <PageLoading />}
        {people.data && people.data.total === 0 && (
          <p className={classes.empty}>{emptyWords(filter, status === 'draft')}</p>
        )}
        {people.data && people.data.total > 0 && (
          <>
            <PeopleTable people={people.data.people} onShow={(id) => go({ person: id, page: filter.page })} />
            <Pages
              page={people.data.page}
              perPage={people.data.perPage}
              total={people.data.total}
              what={t`người`}
              onPage={(next) => go({ page: next })}
            />
          </>
        )}
      </Panel>
      {shown && (
        <PersonDrawer
          code={code}
          id={shown}
          opened={person !== undefined}
          mayChange={mayChange}
          onClose={() => go({ person: undefined, page: filter.page })}
        />
      )}
    </div>
  )
}

type Filter = { search?: string; state?: string; channel?: string; cause?: string }

/** Whom nobody can add to any more was there once: an open campaign has people, until they are purged. */
function emptyWords(filter: Filter, draft: boolean): string {
  if (filter.search && !filter.state && !filter.channel && !filter.cause) {
    return t`Không có ai khớp. Thử gõ ít chữ hơn, chỉ tên, hoặc số điện thoại.`
  }
  if (filter.search || filter.state || filter.channel || filter.cause) {
    return t`Không có ai khớp cả các điều kiện đã chọn. Thử bỏ bớt điều kiện.`
  }
  return draft
    ? t`Chưa có ai trong danh sách. Hãy nhập danh sách ở mục Danh sách.`
    : t`Không còn ai: danh sách người được hỏi đã được xóa theo thời hạn lưu giữ.`
}
