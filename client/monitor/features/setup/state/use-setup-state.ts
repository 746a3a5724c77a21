/** One officer's edit of a campaign's definition: a saved version, a draft on top of it with its history, saving, and another's save meanwhile. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { DefinitionView, ProblemView, SavedView } from '../../../../../server/setup/schemas.ts'
import { ApiError } from '../../../../shared/call-api.ts'
import { refreshCampaign } from '../../../shared/campaign-queries.ts'
import { useMayChange } from '../../../shared/may-change.ts'
import { useSession } from '../../../shared/session-store.ts'
import { t } from '../../../words/t.ts'
import { alignIds } from '../draft/align-ids.ts'
import { definitionOf } from '../draft/definition-of.ts'
import { type Draft, type PlacedProblem, withSheet } from '../draft/draft.ts'
import { draftOf } from '../draft/draft-of.ts'
import { beginHistory, change, type History, redo, undo } from '../draft/history.ts'
import { mergeDrafts, sameDraft } from '../draft/merge-drafts.ts'
import { judgeLocally } from './judge-locally.ts'
import { findKeptEdits, forgetFound, keepEdits } from './kept-edits.ts'
import { problemsOf } from './problems-of.ts'
import { definitionQuery, saveDefinition } from './setup-calls.ts'
import type { Conflict, SavedBase, Setup } from './setup-context.ts'
import { useCheck } from './use-check.ts'
import { useKeep } from './use-keep.ts'

const UNREADABLE = t`Chưa lưu được: bảng câu hỏi còn ô chưa đọc được, có ghi ngay dưới ô đó. Hãy sửa rồi lưu lại; những gì bạn đã gõ vẫn được giữ trên máy này.`

type Work = { base: SavedBase; history: History; problems: readonly ProblemView[] }

const baseOf = (view: DefinitionView, like?: Draft): SavedBase => {
  const { version, definition, savedBy, savedAt, copiedFrom } = view
  const read = draftOf(definition)
  return { version, definition, savedBy, savedAt, copiedFrom, draft: like ? alignIds(read, like) : read }
}

const begin = (view: DefinitionView): Work => {
  const base = baseOf(view)
  return { base, history: beginHistory(base.draft), problems: view.problems }
}

/** Null until the definition has come; `failure` when it did not. */
export function useSetupState(code: string): { setup: Setup | null; failure: unknown; retry: () => void } {
  const client = useQueryClient()
  const session = useSession()
  const mayChange = useMayChange()
  const email = 'email' in session ? session.email : ''
  const query = useQuery(definitionQuery(code))
  const { data } = query
  const [work, setWork] = useState<Work | null>(null)
  const [kept, setKept] = useState(() => findKeptEdits(email, code))
  const [theirs, setTheirs] = useState<SavedBase | null>(null)
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const draft = work?.history.present
  const dirty = work !== null && draft !== undefined && !sameDraft(draft, work.base.draft)
  // What somebody else saved is shown at once to whoever changed nothing; whoever did hears of it when saving.
  useEffect(() => {
    if (data && (!work || (!dirty && data.version > work.base.version))) setWork(begin(data))
  }, [data, work, dirty])

  const readOnly = !mayChange || data?.editable === false || kept !== null
  const described = useMemo(() => (work && draft ? definitionOf(draft, work.base) : null), [work, draft])
  const view = useCheck(code, dirty && described ? described.definition : null)
  const keepsNothing = useKeep(
    email,
    code,
    dirty && draft ? { version: work.base.version, base: work.base.draft, draft } : null,
    kept !== null || !work,
  )
  // Of the draft as it is now: what was typed while the refusal was on its way belongs to it.
  const conflict = useMemo<Conflict | null>(
    () => (theirs && work && draft ? { theirs, merged: mergeDrafts(work.base.draft, draft, theirs.draft) } : null),
    [theirs, work, draft],
  )
  const local = useMemo(() => (draft ? judgeLocally(draft) : []), [draft])
  const problems = useMemo<PlacedProblem[]>(() => {
    if (!work || !draft || !described) return []
    return problemsOf(
      [...local, ...described.problems],
      dirty ? (view?.problems ?? work.problems) : work.problems,
      draft,
    )
  }, [work, draft, described, local, view, dirty])

  if (!work || !draft || !described || !data) {
    return { setup: null, failure: query.error, retry: () => void query.refetch() }
  }

  const setHistory = (next: (history: History) => History) => {
    setSaved(false)
    setWork((now) => now && { ...now, history: next(now.history) })
  }
  const onSaved = (answer: SavedView) => {
    const base = baseOf(answer, draft)
    client.setQueryData(definitionQuery(code).queryKey, answer)
    // What was typed while the answer was on its way stays, on top of what is saved now.
    setWork((now) => {
      if (!now) return now
      const present =
        now.history.present === draft ? base.draft : mergeDrafts(draft, now.history.present, base.draft).draft
      return { base, history: { ...now.history, present, typing: null }, problems: answer.problems }
    })
    setSaved(true)
    void refreshCampaign(client, code)
  }
  const meet = async () =>
    setTheirs(baseOf(await client.fetchQuery({ ...definitionQuery(code), staleTime: 0 }), work.base.draft))
  const save = async () => {
    if (saving || readOnly || !dirty) return
    if (described.problems.length > 0) {
      setError(new ApiError(0, 'setup-unreadable', UNREADABLE))
      return
    }
    setSaving(true)
    setError(null)
    try {
      onSaved(await saveDefinition(code, work.base.version, described.definition))
    } catch (refusal) {
      if (refusal instanceof ApiError && refusal.code === 'definition-changed') await meet().catch(setError)
      else {
        setError(refusal)
        if (refusal instanceof ApiError && refusal.status === 409) void query.refetch()
      }
    } finally {
      setSaving(false)
    }
  }
  const takeKept = () => {
    if (!kept) return
    // It is this window's from now on.
    const { key: _, ...edits } = kept
    forgetFound(kept)
    keepEdits(email, code, edits)
    setKept(null)
    const last = baseOf(data, kept.base)
    if (kept.version === data.version || sameDraft(last.draft, kept.base)) {
      const base = { ...last, draft: kept.base }
      setWork({ base, history: change(beginHistory(kept.base), kept.draft), problems: data.problems })
      return
    }
    // The version it began from is no longer the last: as when two officers save at once.
    const before = { ...last, version: kept.version, draft: kept.base }
    setWork({ base: before, history: change(beginHistory(kept.base), kept.draft), problems: [] })
    setTheirs(last)
  }
  const resolve = (next: Draft | null) => {
    if (next && theirs) {
      setWork({ base: theirs, history: change(work.history, next), problems: data.problems })
      setError(null)
    }
    setTheirs(null)
  }

  const setup: Setup = {
    ...{ code, draft, readOnly, dirty, problems, saving, saved, error, kept, keepsNothing, conflict },
    base: work.base,
    frozen: !data.editable,
    changes: dirty ? (view?.changes ?? []) : [],
    canUndo: work.history.past.length > 0,
    canRedo: work.history.future.length > 0,
    edit: (sheet, rows, typing) =>
      setHistory((history) =>
        change(history, withSheet(history.present, sheet, rows), typing === undefined ? null : `${sheet}/${typing}`),
      ),
    replace: (next) => setHistory((history) => change(history, next)),
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    save: () => void save(),
    takeKept,
    dropKept: () => {
      if (kept) forgetFound(kept)
      setKept(findKeptEdits(email, code))
    },
    resolve,
    adopt: (fresh) => {
      client.setQueryData(definitionQuery(code).queryKey, fresh)
      setWork(begin(fresh))
      setError(null)
      void refreshCampaign(client, code)
    },
  }
  return { setup, failure: null, retry: () => void query.refetch() }
}
