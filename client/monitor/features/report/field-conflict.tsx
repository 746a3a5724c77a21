/** Two officers wrote the same field: both texts side by side, and what to do with them. Neither is lost. */

import { Button } from '@mantine/core'
import { formatMoment } from '../../../shared/format-vi.ts'
import type { ReportField } from '../../../shared/report-types.ts'
import { t } from '../../words/t.ts'
import classes from './field-box.module.css'
import { draftOf, joinDrafts, linesOf, savedOf } from './field-text.ts'
import { Lines } from './lines.tsx'
import type { FieldState } from './use-field.ts'

type FieldConflictProps = { field: ReportField; state: FieldState; onTakeOther: () => void }

export function FieldConflict({ field: one, state, onTakeOther }: FieldConflictProps) {
  const { field, text, version, by, at } = one
  const mine = state.draft!.text
  const theirs = draftOf(field, text)
  const who = state.own ? t`Bạn, ở nơi khác,` : by
  const keepMine = () => {
    const saved = savedOf(field, mine)
    if (saved === undefined) state.type(mine, version)
    else state.save(saved, version)
  }
  return (
    <div className={classes.conflict} role="alert">
      <p>
        <b>{who}</b>
        {t` đã lưu mục này`}
        {at && t` lúc ${formatMoment(at)}`}
        {t`, trong khi bạn đang sửa. Bản của bạn chưa lưu và vẫn còn nguyên ở đây.`}
      </p>
      <div className={classes.both}>
        <Side title={state.own ? t`Bản đã lưu` : t`Bản của ${by ?? ''}`} lines={linesOf(field, theirs)} />
        <Side title={t`Bản của bạn`} lines={linesOf(field, mine)} />
      </div>
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => state.type(joinDrafts(one, mine, theirs), version)} disabled={state.busy}>
          {t`Sửa gộp cả hai`}
        </Button>
        <Button size="xs" variant="default" onClick={keepMine} loading={state.busy}>
          {t`Lưu bản của tôi`}
        </Button>
        <Button size="xs" variant="default" onClick={onTakeOther} disabled={state.busy}>
          {t`Lấy bản kia`}
        </Button>
      </div>
      <p className={classes.kept}>{t`Bản nào không dùng vẫn xem lại được ở “Các bản” nếu đã lưu.`}</p>
    </div>
  )
}

function Side({ title, lines }: { title: string; lines: string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, also by the keyboard
    <section className={classes.side} aria-label={title} tabIndex={0}>
      <h4>{title}</h4>
      {lines.length > 0 ? <Lines lines={lines} /> : <p className={classes.hint}>{t`(để trống)`}</p>}
    </section>
  )
}
