/** Thiết lập: what is asked, of whom, and how it counts. One draft goes through all views; it is saved as a whole. */
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ErrorNote } from '../../shared/error-note.tsx'
import { useMaySeeScores } from '../../shared/may-change.ts'
import { PageLoading } from '../../shared/page-loading.tsx'
import { TabLayout, type TabView } from '../../shared/tab-layout.tsx'
import { t } from '../../words/t.ts'
import { ConflictDialog } from './save/conflict-dialog.tsx'
import { KeptNote } from './save/kept-note.tsx'
import { SaveBar } from './save/save-bar.tsx'
import { StateNote } from './save/state-note.tsx'
import { SetupContext } from './state/setup-context.ts'
import { useSetupState } from './state/use-setup-state.ts'

const VIEWS: TabView[] = [
  { to: '/campaigns/$code/setup', name: t`Thông tin chung` },
  { to: '/campaigns/$code/setup/units', name: t`Đơn vị và nhóm` },
  { to: '/campaigns/$code/setup/questions', name: t`Câu hỏi và tiêu chí` },
  { to: '/campaigns/$code/setup/preview', name: t`Xem thử phiếu` },
  { to: '/campaigns/$code/setup/versions', name: t`Các bản đã lưu` },
]

export function SetupLayout() {
  const { code } = useParams({ from: '/campaigns/$code' })
  // A unit's contact is told by the layout itself that this is not theirs.
  if (!useMaySeeScores()) return <TabLayout title={t`Thiết lập`} views={VIEWS} />
  return <SetupDesk key={code} code={code} />
}

function SetupDesk({ code }: { code: string }) {
  const { setup, failure, retry } = useSetupState(code)
  const [undo, redo, save] = [setup?.undo, setup?.redo, setup?.save]
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof HTMLElement && event.target.closest('[role="dialog"]')
      if (!(event.ctrlKey || event.metaKey) || event.altKey || elsewhere) return
      const key = event.key.toLowerCase()
      const act = key === 's' ? save : key === 'z' ? (event.shiftKey ? redo : undo) : key === 'y' ? redo : undefined
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undo, redo, save])

  if (!setup) return failure ? <ErrorNote error={failure} onRetry={retry} /> : <PageLoading />
  return (
    <SetupContext value={setup}>
      <TabLayout
        title={t`Thiết lập`}
        views={VIEWS}
        note={
          <>
            <StateNote />
            <KeptNote />
          </>
        }
      />
      <SaveBar />
      <ConflictDialog />
    </SetupContext>
  )
}
