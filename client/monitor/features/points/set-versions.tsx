/** Every version that came in, with who and why, and what each changed. */

import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import { ORIGIN_WORDS } from '../../shared/origin-words.ts'
import table from '../../shared/table.module.css'
import { VersionsFold } from '../../shared/versions-fold.tsx'
import { VisuallyHidden } from '../../shared/visually-hidden.tsx'
import { t } from '../../words/t.ts'
import type { SetHead } from './set-cards.ts'
import { SetChanges } from './set-changes.tsx'
import classes from './set-versions.module.css'

export function SetVersions({ code, versions }: { code: string; versions: SetHead[] }) {
  const [shown, setShown] = useState<SetHead | null>(null)
  const [opened, setOpened] = useState(false)
  const show = (version: SetHead) => {
    setShown(version)
    setOpened(true)
  }
  return (
    <VersionsFold
      count={versions.length}
      heads={
        <>
          <th scope="col">{t`Bản`}</th>
          <th scope="col">{t`Lúc`}</th>
          <th scope="col">{t`Người nhập`}</th>
          <th scope="col">{t`Lý do`}</th>
          <th scope="col">{t`Từ`}</th>
          <th scope="col" className={table.number}>
            {t`Ô điểm`}
          </th>
          <th scope="col">
            <VisuallyHidden>{t`Xem`}</VisuallyHidden>
          </th>
        </>
      }
      after={<SetChanges code={code} version={shown} opened={opened} onClose={() => setOpened(false)} />}
    >
      {versions.map((version) => (
        <tr key={version.id}>
          <th scope="row">
            <span className={classes.onCard}>{t`Bản `}</span>
            {version.version}
            {version.current && <small className={table.short}>{t`đang dùng`}</small>}
          </th>
          <td className={table.short}>{formatMoment(version.at)}</td>
          <td>{version.actor}</td>
          <td className={classes.reason}>{version.reason}</td>
          <td data-label={t`Từ`} className={table.short}>
            {ORIGIN_WORDS[version.origin]}
          </td>
          <td data-label={t`Ô điểm`} className={table.number}>
            {formatCount(version.filled)}
          </td>
          <td>
            <Button size="xs" variant="default" onClick={() => show(version)}>
              {t`Xem thay đổi`}
              <VisuallyHidden>{t` của bản ${version.version}`}</VisuallyHidden>
            </Button>
          </td>
        </tr>
      ))}
    </VersionsFold>
  )
}
