/** What the public sees now, where, and the way to take it back. */

import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { formatMoment } from '../../../shared/format-vi.ts'
import type { PublicationsView } from '../../../shared/publication-types.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import { namesOf } from './choice-words.ts'
import classes from './publication.module.css'
import { WithdrawForm } from './withdraw-form.tsx'

type PublicStateProps = { code: string; publications: PublicationsView; mayChange: boolean }

export function PublicState({ code, publications: { current, url }, mayChange }: PublicStateProps) {
  const [withdrawing, setWithdrawing] = useState(false)
  return (
    <Panel label={t`Trạng thái công bố`}>
      <p className={classes.head}>
        <StatePill tone={current ? 'good' : 'waiting'} words={current ? t`Đang công bố` : t`Chưa công bố`} />
        {current ? (
          <span>{t`Từ ${formatMoment(current.at)}, ${current.actor}. ${current.reason}`}</span>
        ) : (
          <span>{t`Người ngoài cơ quan chưa xem được kết quả này.`}</span>
        )}
      </p>
      {current && (
        <>
          <p className={classes.soft}>{t`Đang cho xem: ${namesOf(current.choices)}.`}</p>
          <p className={classes.address}>{url}</p>
          <div className={classes.buttons}>
            <Button component="a" href={`/cong-bo/${code}`} target="_blank" rel="noopener" variant="default" size="xs">
              {t`Mở trang công bố`}
            </Button>
            <CopyButton text={() => url} words={t`Sao chép địa chỉ`} />
            {mayChange && (
              <Button variant="default" size="xs" onClick={() => setWithdrawing(true)}>
                {t`Gỡ xuống`}
              </Button>
            )}
          </div>
        </>
      )}
      <Modal opened={withdrawing} onClose={() => setWithdrawing(false)} title={t`Gỡ trang công bố xuống`} size="lg">
        <WithdrawForm code={code} onDone={() => setWithdrawing(false)} />
      </Modal>
    </Panel>
  )
}
