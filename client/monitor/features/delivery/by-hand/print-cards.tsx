/** Cards with QR codes on paper. Who was handed theirs is left out, unless all are asked for. */

import { Button } from '@mantine/core'
import type { ByHandView, Scope } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import { t } from '../../../words/t.ts'
import { searchOf } from '../delivery-queries.ts'
import classes from './by-hand-page.module.css'

type PrintCardsProps = {
  /** Of the sheet. */
  path: string
  choice: { scope: Scope; unit: string }
  list: Pick<ByHandView, 'total' | 'handed'>
}

export function PrintCards({ path, choice, list: { total, handed } }: PrintCardsProps) {
  const link = (which: 'skip' | 'include') => ({
    href: `${path}?${searchOf({ ...choice, handed: which })}`,
    target: '_blank',
    rel: 'noreferrer',
  })
  const left = total - handed
  return (
    <div className={classes.print}>
      {left > 0 && (
        <Button component="a" {...link('skip')}>
          {t`In ${formatCount(left)} phiếu có mã QR`}
        </Button>
      )}
      {handed > 0 && (
        <span>
          {t`Không in cho ${formatCount(handed)} người đã gửi tay. `}
          <a {...link('include')}>{t`In tất cả ${formatCount(total)} phiếu`}</a>
        </span>
      )}
    </div>
  )
}
