/** The form of the plan. Nothing is kept before its preview has been seen; a change after that asks for another look. */

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../../../../shared/call-api.ts'
import type { PlanBody, PlanView } from '../../../../shared/delivery-types.ts'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { PlusIcon } from '../../../shared/icons.tsx'
import page from '../../../shared/page.module.css'
import { Panel } from '../../../shared/panel.tsx'
import { request } from '../../../shared/request.ts'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'
import {
  bodyOf,
  draftOf,
  numbersOf,
  type PlanDraft,
  type PlanProblems,
  rowOfProblem,
  withNextWave,
} from './plan-draft.ts'
import classes from './plan-editor.module.css'
import { PlanSettings } from './plan-settings.tsx'
import { PlannedWaveRow } from './planned-wave-row.tsx'

const LEAVE = t`Kế hoạch đang sửa chưa được lưu. Rời trang này và bỏ những gì đã sửa?`

type PlanEditorProps = { code: string; plan: PlanView; onClose: () => void; onSaved: () => void }

export function PlanEditor({ code, plan: current, onClose, onSaved }: PlanEditorProps) {
  // What was looked at: the server refuses a plan that somebody else changed meanwhile.
  const [plan] = useState(current)
  const [draft, setDraft] = useState<PlanDraft>(() => {
    const now = draftOf(plan)
    return plan.waves.length === 0 ? withNextWave(now, plan, Date.now()) : now
  })
  const [problems, setProblems] = useState<PlanProblems>({})
  const [dirty, setDirty] = useState(false)
  const preview = useMutation({
    mutationFn: (json: PlanBody) => request<PlanView>(campaignPath(code, '/plan?dryRun=true'), { method: 'PUT', json }),
  })
  const save = useChange<PlanView>(code)
  useBlocker({
    shouldBlockFn: () => dirty && !save.isSuccess && !window.confirm(LEAVE),
    enableBeforeUnload: () => dirty && !save.isSuccess,
  })

  const change = (next: Partial<PlanDraft>) => {
    setDirty(true)
    setDraft({ ...draft, ...next })
    setProblems({})
    preview.reset()
    save.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { body, problems: found } = bodyOf(draft, plan)
    setProblems(found ?? {})
    if (!body) return
    if (preview.data)
      save.mutate({ path: campaignPath(code, '/plan?dryRun=false'), method: 'PUT', json: body }, { onSuccess: onSaved })
    else preview.mutate(body)
  }
  const numbers = numbersOf(draft, plan)
  const error = preview.error ?? save.error
  const told = toldProblems(error, draft, plan)

  return (
    <Panel title={t`Sửa kế hoạch`}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <section aria-label={t`Các lượt theo kế hoạch`} className={classes.waves}>
          {draft.waves.length === 0 && <p className={page.lead}>{t`Kế hoạch chưa có lượt nào sắp tới.`}</p>}
          {draft.waves.map((wave) => (
            <PlannedWaveRow
              key={wave.key}
              wave={wave}
              number={numbers.get(wave.key)!}
              preview={preview.data?.waves.find((one) => one.wave === numbers.get(wave.key))}
              problem={problems[wave.key] ?? told[wave.key]}
              onChange={(next) =>
                change({ waves: draft.waves.map((other) => (other.key === wave.key ? { ...other, ...next } : other)) })
              }
              onRemove={() => change({ waves: draft.waves.filter((other) => other.key !== wave.key) })}
            />
          ))}
          <div>
            <Button
              variant="default"
              leftSection={<PlusIcon />}
              onClick={() => change({ waves: withNextWave(draft, plan, Date.now()).waves })}
            >
              {draft.waves.length + plan.waves.length === 0 ? t`Thêm lượt mời` : t`Thêm lượt nhắc`}
            </Button>
          </div>
        </section>
        <PlanSettings draft={draft} wasAnyHour={plan.hours === 'any'} problems={problems} onChange={change} />
        <ErrorNote error={error} />
        {preview.data && (
          <p role="status" className={page.lead}>
            {t`Hãy xem lại dự kiến của từng lượt ở trên rồi lưu. Con số tính theo lúc này; ai trả lời trước đó thì không nhận nữa.`}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose} disabled={save.isPending}>
            {t`Hủy`}
          </Button>
          <Button type="submit" loading={preview.isPending || save.isPending}>
            {preview.data ? t`Lưu kế hoạch` : t`Xem trước`}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

/** The server's problems that are about a row, beside the row; the rest stays in the note. */
function toldProblems(error: unknown, draft: PlanDraft, plan: PlanView): PlanProblems {
  if (!(error instanceof ApiError) || !Array.isArray(error.details)) return {}
  return Object.fromEntries(
    error.details.flatMap(({ path, problem }: { path?: unknown; problem?: unknown }) => {
      const row = rowOfProblem(String(path), draft, plan)
      return row && typeof problem === 'string' ? [[row, problem]] : []
    }),
  )
}
