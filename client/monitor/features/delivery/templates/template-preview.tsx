/** The letter with a sample person: as a mail, on a phone, and as the plain text that old programs show. */

import { useState } from 'react'
import type { TemplatePreview } from '../../../../shared/delivery-types.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { Panel } from '../../../shared/panel.tsx'
import { SegmentedControl } from '../../../shared/segmented-control.ts'
import { t } from '../../../words/t.ts'
import classes from './template-editor.module.css'

const VIEWS = [
  { value: 'phone', label: t`Điện thoại` },
  { value: 'mail', label: t`Máy tính` },
  { value: 'text', label: t`Chỉ có chữ` },
]

type PreviewState = { data: TemplatePreview | undefined; error: unknown; stale: boolean; retry: () => void }

export function TemplatePreviewPane({ preview: { data, error, stale, retry } }: { preview: PreviewState }) {
  const [view, setView] = useState('phone')
  return (
    <Panel
      title={t`Xem trước`}
      aside={<SegmentedControl size="xs" value={view} onChange={setView} data={VIEWS} aria-label={t`Xem như trên`} />}
    >
      <div className={classes.preview} aria-busy={stale}>
        <ErrorNote error={error} onRetry={retry} />
        {!data && !error && <PageLoading />}
        {data && (
          <>
            <p className={classes.subject}>
              <span>{t`Tiêu đề`}</span>
              <b lang="vi">{data.subject}</b>
            </p>
            {view === 'text' ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
              <pre className={classes.text} tabIndex={0} lang="vi">
                {data.text}
              </pre>
            ) : (
              <iframe
                className={`${classes.frame} ${stale ? classes.stale : ''}`}
                data-phone={view === 'phone' || undefined}
                title={t`Thư như người nhận thấy`}
                // Neither scripts nor links work in it: it is a picture of the mail.
                sandbox=""
                srcDoc={data.html}
              />
            )}
          </>
        )}
      </div>
    </Panel>
  )
}
