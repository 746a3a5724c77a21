/** Danh sách: bring the roster in while the campaign is a draft; afterwards see who was asked, by unit and group. */

import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import { campaignPath, useCampaign } from '../../shared/campaign-queries.ts'
import { DownloadButton } from '../../shared/download-button.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import { SegmentedControl } from '../../shared/segmented-control.ts'
import { t } from '../../words/t.ts'
import { ClearRoster } from './clear-roster.tsx'
import { forgetFile } from './import-store.ts'
import { PeoplePanel } from './people/people-panel.tsx'
import { RosterCounts } from './roster-counts.tsx'
import { RosterImport } from './roster-import.tsx'
import classes from './roster-page.module.css'

export function RosterPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const campaign = useCampaign(code).data!
  const mayChange = useMayChange()
  const { respondents, invitations } = campaign.rosterCount
  const draft = campaign.status === 'draft'
  const [cleared, setCleared] = useState<number | null>(null)
  const [view, setView] = useState<'people' | 'counts'>('people')
  return (
    <div className={page.stack}>
      <div className={classes.head}>
        <div>
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
                onCleared={(removed) => {
                  // An emptied list forgets what was said about the file before.
                  forgetFile(code)
                  setCleared(removed)
                }}
              />
            )}
            <DownloadButton href={campaignPath(code, '/roster.xlsx')}>{t`Tải tệp mẫu`}</DownloadButton>
          </div>
        )}
      </div>
      {cleared !== null && invitations === 0 && (
        <p className={classes.done} role="status">
          {t`Đã bỏ ${formatCount(cleared)} người khỏi danh sách.`}
        </p>
      )}
      {draft && mayChange && <RosterImport code={code} known={respondents} />}
      {invitations > 0 && (
        <>
          <SegmentedControl
            className={classes.views}
            aria-label={t`Xem danh sách`}
            data={[
              { value: 'people', label: t`Từng người` },
              { value: 'counts', label: t`Số phiếu theo đơn vị` },
            ]}
            value={view}
            onChange={(next) => setView(next === 'counts' ? 'counts' : 'people')}
          />
          {view === 'people' ? <PeoplePanel code={code} mayChange={mayChange} /> : <RosterCounts code={code} />}
        </>
      )}
    </div>
  )
}
