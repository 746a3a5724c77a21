/** Every version that came in, with who and why, and what each changed. */
import { Button, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import { ORIGIN_WORDS } from '../../shared/origin-words.ts'
import table from '../../shared/table.module.css'
import { VersionsFold } from '../../shared/versions-fold.tsx'
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
          <th scope="col">Bản</th>
          <th scope="col">Lúc</th>
          <th scope="col">Người nhập</th>
          <th scope="col">Lý do</th>
          <th scope="col">Từ</th>
          <th scope="col" className={table.number}>
            Ô điểm
          </th>
          <th scope="col">
            <VisuallyHidden>Xem</VisuallyHidden>
          </th>
        </>
      }
      after={<SetChanges code={code} version={shown} opened={opened} onClose={() => setOpened(false)} />}
    >
      {versions.map((version) => (
        <tr key={version.id}>
          <th scope="row">
            <span className={classes.onCard}>Bản </span>
            {version.version}
            {version.current && <small className={table.short}>đang dùng</small>}
          </th>
          <td className={table.short}>{formatMoment(version.at)}</td>
          <td>{version.actor}</td>
          <td className={classes.reason}>{version.reason}</td>
          <td data-label="Từ" className={table.short}>
            {ORIGIN_WORDS[version.origin]}
          </td>
          <td data-label="Ô điểm" className={table.number}>
            {formatCount(version.filled)}
          </td>
          <td>
            <Button size="xs" variant="default" onClick={() => show(version)}>
              Xem thay đổi<VisuallyHidden> của bản {version.version}</VisuallyHidden>
            </Button>
          </td>
        </tr>
      ))}
    </VersionsFold>
  )
}
