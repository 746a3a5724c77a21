/** Hours, days off, and how many messages one person may get in the whole campaign. */

import { Button, Checkbox, CloseButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../../../shared/format-vi.ts'
import { MomentField } from '../../../shared/moment-field.tsx'
import { parseDay } from '../../../shared/parse-moment.ts'
import { t } from '../../../words/t.ts'
import type { PlanDraft, PlanProblems } from './plan-draft.ts'
import classes from './plan-editor.module.css'

type PlanSettingsProps = {
  draft: PlanDraft
  wasAnyHour: boolean
  problems: PlanProblems
  onChange: (next: Partial<PlanDraft>) => void
}

export function PlanSettings({ draft, wasAnyHour, problems, onChange }: PlanSettingsProps) {
  return (
    <>
      <fieldset className={classes.part}>
        <legend>{t`Giờ gửi và số tin`}</legend>
        {wasAnyHour && (
          <Checkbox
            label={t`Gửi cả ngày lẫn đêm (chỉ khi chạy thử)`}
            checked={draft.anyHour}
            onChange={(event) => onChange({ anyHour: event.currentTarget.checked })}
          />
        )}
        <div className={classes.fields}>
          {!draft.anyHour && (
            <>
              <TextInput
                label={t`Gửi từ`}
                description={t`Quy định: không sớm hơn 07:00.`}
                value={draft.from}
                error={problems.from}
                onChange={(event) => onChange({ from: event.currentTarget.value })}
              />
              <TextInput
                label={t`Gửi tới`}
                description={t`Zalo không nhận tin từ 22:00 tới 06:00.`}
                value={draft.to}
                error={problems.to}
                onChange={(event) => onChange({ to: event.currentTarget.value })}
              />
            </>
          )}
          <TextInput
            label={t`Số tin nhiều nhất cho mỗi người`}
            description={t`Tính cả đợt, mọi kênh cộng lại.`}
            inputMode="numeric"
            value={draft.maxMessages}
            error={problems.maxMessages}
            onChange={(event) => onChange({ maxMessages: event.currentTarget.value })}
          />
        </div>
      </fieldset>
      <fieldset className={classes.part}>
        <legend>{t`Ngày không gửi`}</legend>
        <div className={classes.checks}>
          <Checkbox
            label={t`Thứ Bảy`}
            checked={draft.saturdays}
            onChange={(event) => onChange({ saturdays: event.currentTarget.checked })}
          />
          <Checkbox
            label={t`Chủ nhật`}
            checked={draft.sundays}
            onChange={(event) => onChange({ sundays: event.currentTarget.checked })}
          />
          <AddDay days={draft.days} onAdd={(days) => onChange({ days })} />
        </div>
        {draft.days.length > 0 && (
          <ul className={classes.days} aria-label={t`Các ngày nghỉ đã chọn`}>
            {draft.days.map((day) => {
              const words = formatDate(day)
              return (
                <li key={day} className={classes.day}>
                  {words}
                  <CloseButton
                    size="sm"
                    aria-label={t`Bỏ ngày nghỉ ${words}`}
                    onClick={() => onChange({ days: draft.days.filter((other) => other !== day) })}
                  />
                </li>
              )
            })}
          </ul>
        )}
      </fieldset>
    </>
  )
}

function AddDay({ days, onAdd }: { days: string[]; onAdd: (days: string[]) => void }) {
  const [typed, setTyped] = useState('')
  const add = () => {
    const day = parseDay(typed)
    if (!day) return
    setTyped('')
    onAdd([...new Set([...days, day])].sort())
  }
  return (
    <div className={classes.addDay}>
      <MomentField day label={t`Ngày nghỉ khác`} value={typed} onChange={setTyped} onEnter={add} />
      <Button variant="default" onClick={add} disabled={typed.trim() === ''}>
        {t`Thêm ngày`}
      </Button>
    </div>
  )
}
