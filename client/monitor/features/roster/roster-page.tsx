/** Danh sách: bring the roster in while the campaign is a draft; afterwards see who was asked, by unit and group. */

import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import { campaignPath, useCampaign } from '../../shared/campaign-queries.ts'
import { DownloadButton } from '../../shared/download-button.tsx'
import { DropZone } from '../../shared/drop-zone.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import { useFileImport } from '../../shared/use-file-import.ts'
import { t } from '../../words/t.ts'
import { ClearRoster } from './clear-roster.tsx'
import { ImportPreview } from './import-preview.tsx'
import { useRosterCheck, useRosterImport } from './import-roster.ts'
import { RosterCounts } from './roster-counts.tsx'
import classes from './roster-page.module.css'

export function RosterPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const campaign = useCampaign(code).data!
  const mayChange = useMayChange()
  const { respondents, invitations } = campaign.rosterCount
  const draft = campaign.status === 'draft'
  const [cleared, setCleared] = useState<{ removed: number; times: number } | null>(null)
  return (
    <div className={page.stack}>
      <div className={classes.head}>
        <div>
          <h2 className={page.title}>{t`Danh sách`}</h2>
          <p className={page.lead}>
            {invitations > 0
              ? t`${formatCount(respondents)} người, ${formatCount(invitations)} phiếu. ${draft ? t`Có thể nhập thêm cho tới khi mở.` : t`Danh sách đã khóa khi mở đợt điều tra.`}`
              : t`Chưa có ai. Tải mẫu về, điền mỗi người một dòng, rồi kéo tệp vào đây.`}
          </p>
        </div>
        {draft && (
          <div className={classes.acts}>
            {mayChange && (
              <ClearRoster
                campaign={campaign}
                onCleared={(removed) => setCleared({ removed, times: (cleared?.times ?? 0) + 1 })}
              />
            )}
            <DownloadButton href={campaignPath(code, '/roster.xlsx')}>{t`Tải tệp mẫu`}</DownloadButton>
          </div>
        )}
      </div>
      {cleared && invitations === 0 && (
        <p className={classes.done} role="status">
          {t`Đã bỏ ${formatCount(cleared.removed)} người khỏi danh sách.`}
        </p>
      )}
      {/* An emptied list forgets what was said about the file before. */}
      {draft && mayChange && <RosterImport key={cleared?.times} code={code} />}
      {invitations > 0 && <RosterCounts code={code} />}
    </div>
  )
}

function RosterImport({ code }: { code: string }) {
  const { file, choose, forget, check, bring } = useFileImport(useRosterCheck(code), useRosterImport(code))
  if (file && check.data && !bring.data) {
    return (
      <ImportPreview
        fileName={file.name}
        result={check.data}
        busy={bring.isPending}
        error={bring.error}
        onImport={(partial) => bring.mutate({ file, partial })}
        onCancel={forget}
      />
    )
  }
  return (
    <>
      {bring.data && (
        <p className={classes.done} role="status">
          {t`Đã nhập ${formatCount(bring.data.accepted)} dòng từ tệp ${file?.name ?? ''}.`}
        </p>
      )}
      <ErrorNote error={check.error} />
      <DropZone words={t`Kéo tệp danh sách vào đây`} busy={check.isPending} onFile={choose} />
    </>
  )
}
