/** Lời thư: the campaign's own words for the invitation and the reminder, seen as the recipient will see them. */

import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { TemplateKind } from '../../../../shared/delivery-types.ts'
import { useCampaign } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { useMayChange } from '../../../shared/may-change.ts'
import page from '../../../shared/page.module.css'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { SegmentedControl } from '../../../shared/segmented-control.ts'
import { t } from '../../../words/t.ts'
import { useTemplates } from '../delivery-queries.ts'
import { TemplateEditor } from './template-editor.tsx'
import { useDraft } from './use-draft.ts'
import { ZaloCard } from './zalo-card.tsx'

const KINDS: { value: TemplateKind; label: string }[] = [
  { value: 'invitation', label: t`Thư mời` },
  { value: 'reminder', label: t`Thư nhắc` },
]

export function TemplatesPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { status } = useCampaign(code).data!
  const mayChange = useMayChange() && status !== 'closed' && status !== 'final'
  const templates = useTemplates(code)
  const [kind, setKind] = useState<TemplateKind>('invitation')
  const drafts = useDraft()
  if (!templates.data) {
    return templates.error ? (
      <ErrorNote error={templates.error} onRetry={() => void templates.refetch()} />
    ) : (
      <PageLoading />
    )
  }
  return (
    <div className={page.stack}>
      <div className={page.row}>
        <SegmentedControl
          value={kind}
          onChange={(value) => setKind(value as TemplateKind)}
          data={KINDS}
          aria-label={t`Thư nào`}
        />
      </div>
      <TemplateEditor
        key={kind}
        code={code}
        kind={kind}
        templates={templates.data}
        mayChange={mayChange}
        draft={drafts.of(kind)}
        onDraft={(draft) => drafts.set(kind, draft)}
      />
      <ZaloCard zalo={templates.data.zalo} />
    </div>
  )
}
