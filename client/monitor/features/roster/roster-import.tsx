/** Bringing a list in: a file is dropped, looked at, mended, and only then imported. */
import { useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../../shared/call-api.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { refreshCampaign } from '../../shared/campaign-queries.ts'
import { DropZone } from '../../shared/drop-zone.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import page from '../../shared/page.module.css'
import { useWarnBeforeLeaving } from '../../shared/use-warn-before-leaving.ts'
import { t } from '../../words/t.ts'
import { ImportProgress } from './import-progress.tsx'
import { ImportReview } from './import-review.tsx'
import { bringIn, check, chooseFile, choosePlace, forgetFile, type ImportState, useImport } from './import-store.ts'
import classes from './roster-page.module.css'

export function RosterImport({ code, known }: { code: string; known: number }) {
  const client = useQueryClient()
  const state = useImport(code)
  useWarnBeforeLeaving(
    state !== undefined && state.done === null && (state.corrections.length > 0 || state.act === 'import'),
  )
  const choose = (file: File) => chooseFile(code, file)
  if (!state || state.done) {
    return (
      <>
        {state?.done && <Done state={state} />}
        <DropZone words={t`Kéo tệp danh sách vào đây`} busy={false} onFile={choose} />
      </>
    )
  }
  const { file, act, sending, report, error } = state
  const bring = async (options: { partial: boolean; removeMissing: boolean }) => {
    // Whatever came of it: an answer that was lost on its way may have been a success.
    await bringIn(code, options)
    await refreshCampaign(client, code)
  }
  const progress = act && (
    <ImportProgress
      act={act}
      fileName={file.name}
      sending={sending}
      {...(act === 'check' ? { onStop: () => forgetFile(code) } : {})}
    />
  )
  if (report) {
    return (
      <div className={page.stack}>
        {progress}
        <ImportReview
          code={code}
          state={state}
          report={report}
          known={known}
          onImport={(options) => void bring(options)}
        />
      </div>
    )
  }
  if (act) return progress
  return (
    <>
      <ErrorNote error={error} {...(isWorthRepeating(error) ? { onRetry: () => void check(code) } : {})}>
        <SheetChoice error={error} onSheet={(sheet) => choosePlace(code, { sheet })} />
      </ErrorNote>
      <DropZone words={t`Kéo tệp danh sách vào đây`} busy={false} onFile={choose} />
    </>
  )
}

const isWorthRepeating = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500 || error.status === 429)

function Done({ state: { file, done } }: { state: ImportState }) {
  if (!done) return null
  const { added, updated, removed } = done
  return (
    <p className={classes.done} role="status">
      {t`Đã nhập ${formatCount(done.accepted)} dòng từ tệp ${file.name}.`}{' '}
      {t`Thêm ${formatCount(added.respondents)} người, đổi ${formatCount(updated.respondents)} người, bỏ ${formatCount(removed.respondents)} người.`}
    </p>
  )
}

/** Several sheets look like a list: the officer says which. */
function SheetChoice({ error, onSheet }: { error: unknown; onSheet: (sheet: string) => void }) {
  if (!(error instanceof ApiError) || error.code !== 'several-rosters' || !Array.isArray(error.details)) return null
  const sheets = error.details.flatMap(({ path }: { path?: unknown }) => (typeof path === 'string' ? [path] : []))
  return (
    <div className={classes.acts}>
      {sheets.map((sheet) => (
        <button key={sheet} type="button" className={classes.sheet} onClick={() => onSheet(sheet)}>
          {t`Đọc trang “${sheet}”`}
        </button>
      ))}
    </div>
  )
}
