/** Stays at the bottom while one edits: what is unsaved, what does not add up yet, undo, and the button that saves. */
import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { ApiError } from '../../../../shared/call-api.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import { useCampaign } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import fold from '../../../shared/fold.module.css'
import { t } from '../../../words/t.ts'
import { changeWords } from '../change-words.ts'
import { placeWords, viewOf } from '../column-words.ts'
import { type Setup, useSetup } from '../state/setup-context.ts'
import classes from './save.module.css'

const MOST = 30

export function SaveBar() {
  const setup = useSetup()
  const { dirty, saving, saved, readOnly, frozen, problems, error, keepsNothing } = setup
  if (frozen || (readOnly && problems.length === 0)) return null
  // On a phone there is no room for a bar that has nothing to say.
  const idle = !dirty && !saved && !error && !setup.canUndo && problems.length === 0
  return (
    <section className={classes.bar} aria-label={t`Lưu thiết lập`} data-idle={idle || undefined}>
      <ErrorNote error={error}>
        <InUse error={error} />
      </ErrorNote>
      {keepsNothing && (
        <p className={classes.warn}>
          {t`Trình duyệt này không giữ được bản nháp: nếu đóng trang, thay đổi chưa lưu sẽ mất.`}
        </p>
      )}
      <div className={classes.row}>
        <div className={classes.words}>
          <span role="status">
            {dirty ? <b>{t`Có thay đổi chưa lưu`}</b> : saved ? t`Đã lưu` : t`Chưa có thay đổi nào`}
          </span>
          <Problems setup={setup} />
          {dirty && <Changes setup={setup} />}
        </div>
        {!readOnly && (
          <Group gap={8} className={classes.buttons}>
            <Button size="sm" variant="default" onClick={setup.undo} disabled={!setup.canUndo} title="Ctrl+Z">
              {t`Hoàn tác`}
            </Button>
            <Button size="sm" variant="default" onClick={setup.redo} disabled={!setup.canRedo} title="Ctrl+Y">
              {t`Làm lại`}
            </Button>
            <Button size="sm" onClick={setup.save} loading={saving} disabled={!dirty} title="Ctrl+S">
              {t`Lưu`}
            </Button>
          </Group>
        )}
      </div>
    </section>
  )
}

function Problems({ setup: { problems, draft, code } }: { setup: Setup }) {
  const people = useCampaign(code).data?.rosterCount.respondents ?? 0
  if (problems.length === 0) {
    return (
      <span className={classes.good}>
        {people > 0 ? t`Mọi thứ đã khớp, có thể mở đợt điều tra.` : t`Bộ câu hỏi đã khớp.`}
      </span>
    )
  }
  return (
    <details className={fold.fold}>
      <summary className={classes.warn}>{t`${formatCount(problems.length)} chỗ cần sửa trước khi mở`}</summary>
      <ul className={classes.list}>
        {problems.slice(0, MOST).map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems can read alike
          <li key={at}>
            {one.sheet && (
              <Link to={viewOf(one.sheet)} params={{ code }}>
                {placeWords(one, draft)}
              </Link>
            )}
            {one.sheet && ': '}
            {one.problem}
          </li>
        ))}
        {problems.length > MOST && <li>{t`… và ${formatCount(problems.length - MOST)} chỗ khác`}</li>}
      </ul>
    </details>
  )
}

function Changes({ setup: { changes } }: { setup: Setup }) {
  if (changes.length === 0) return null
  return (
    <details className={fold.fold}>
      <summary>{t`Xem ${formatCount(changes.length)} thay đổi`}</summary>
      <ul className={classes.list}>
        {changes.slice(0, MOST).map((change) => (
          <li key={change.words}>{changeWords(change)}</li>
        ))}
        {changes.length > MOST && <li>{t`… và ${formatCount(changes.length - MOST)} thay đổi khác`}</li>}
      </ul>
    </details>
  )
}

/** People on the list stand under a unit or group that was taken away or given another code. */
function InUse({ error }: { error: unknown }) {
  if (!(error instanceof ApiError) || error.code !== 'unit-in-use' || !Array.isArray(error.details)) return null
  const used = error.details as { block: string; code: string; people: number }[]
  return (
    <ul className={classes.list}>
      {used.map(({ block, code, people }) => (
        <li key={`${block}/${code}`}>{t`${code}: ${formatCount(people)} người trong danh sách`}</li>
      ))}
    </ul>
  )
}
