/** Everybody of the list: searched without accents, narrowed to a unit or group, sorted as Vietnamese lists are. */
import { NativeSelect } from '@mantine/core'
import { useCallback, useState } from 'react'
import { formatCount } from '../../../../shared/format-vi.ts'
import { useProgress } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { Panel } from '../../../shared/panel.tsx'
import { PeopleSearch } from '../../../shared/people-search.tsx'
import { t } from '../../../words/t.ts'
import classes from './people-grid.module.css'
import { PeopleGrid } from './people-grid.tsx'
import { EVERYBODY, type PeopleFilter, usePeopleWindow } from './people-window.ts'
import { PersonDrawer } from './person-drawer.tsx'

const SORTS: { value: PeopleFilter['sort']; label: string }[] = [
  { value: 'name', label: t`Xếp theo tên` },
  { value: 'unit', label: t`Xếp theo đơn vị` },
  { value: 'group', label: t`Xếp theo nhóm` },
]

export function PeoplePanel({ code, mayChange }: { code: string; mayChange: boolean }) {
  // The same object while it says the same: the window of the list knows its answers by it.
  const [filter, setFilter] = useState(EVERYBODY)
  const [view, setView] = useState({ first: 0, last: 0 })
  const [shown, setShown] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const { total, personAt, error, retry } = usePeopleWindow(code, filter, view.first, view.last)
  const { units, groups } = useNames(code)
  const narrow = (part: Partial<PeopleFilter>) => setFilter((before) => ({ ...before, ...part }))
  const onView = useCallback((first: number, last: number) => setView({ first, last }), [])
  const onOpen = useCallback((id: string) => {
    setShown(id)
    setOpened(true)
  }, [])
  return (
    <Panel flush label={t`Từng người`}>
      <div className={classes.tools}>
        <PeopleSearch className={classes.search} onSearch={(search) => narrow({ search })} />
        <NativeSelect
          aria-label={t`Đơn vị`}
          data={[{ value: '', label: t`Mọi đơn vị` }, ...units]}
          value={filter.unit}
          onChange={(event) => narrow({ unit: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={t`Nhóm`}
          data={[{ value: '', label: t`Mọi nhóm` }, ...groups]}
          value={filter.group}
          onChange={(event) => narrow({ group: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={t`Thứ tự`}
          data={SORTS}
          value={filter.sort}
          onChange={(event) => narrow({ sort: event.currentTarget.value as PeopleFilter['sort'] })}
        />
        <span className={classes.number} role="status">
          {total !== undefined && t`${formatCount(total)} người`}
        </span>
      </div>
      {error !== undefined && error !== null && (
        <div className={classes.tools}>
          <ErrorNote error={error} onRetry={retry} />
        </div>
      )}
      {total === undefined && !error && <PageLoading />}
      {total === 0 && (
        <p className={classes.empty}>
          {filter.search || filter.unit || filter.group
            ? t`Không có ai khớp. Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện.`
            : t`Không còn ai: danh sách người được hỏi đã được xóa theo thời hạn lưu giữ.`}
        </p>
      )}
      {total !== undefined && total > 0 && (
        <PeopleGrid
          total={total}
          personAt={personAt}
          listKey={JSON.stringify(filter)}
          onView={onView}
          onOpen={onOpen}
        />
      )}
      {shown && (
        <PersonDrawer code={code} id={shown} opened={opened} mayChange={mayChange} onClose={() => setOpened(false)} />
      )}
    </Panel>
  )
}

/** Units and groups that somebody on the list belongs to. */
function useNames(code: string) {
  const units = useProgress(code).data?.blocks.flatMap((block) => block.units) ?? []
  const choice = ({ code: value, name: label }: { code: string; name: string }) => ({ value, label })
  const groups = new Map(units.flatMap((unit) => unit.groups).map((group) => [group.code, choice(group)]))
  return { units: units.map(choice), groups: [...groups.values()] }
}
