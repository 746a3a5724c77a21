/** From one part of a long list to the next. */

import { Button, Group } from '@mantine/core'
import { formatCount } from '../../../shared/format-vi.ts'
import classes from '../../shared/table.module.css'
import { t } from '../../words/t.ts'

type PagesProps = { page: number; perPage: number; total: number; what: string; onPage: (page: number) => void }

export function Pages({ page, perPage, total, what, onPage }: PagesProps) {
  const last = Math.max(1, Math.ceil(total / perPage))
  if (last === 1) return null
  return (
    <div className={classes.pages}>
      <span>
        {t`${formatCount((page - 1) * perPage + 1)}–${formatCount(Math.min(total, page * perPage))} trong ${formatCount(total)} ${what}`}
      </span>
      <Group gap={8}>
        <Button variant="default" size="xs" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          {t`Trang trước`}
        </Button>
        <Button variant="default" size="xs" disabled={page >= last} onClick={() => onPage(page + 1)}>
          {t`Trang sau`}
        </Button>
      </Group>
    </div>
  )
}
