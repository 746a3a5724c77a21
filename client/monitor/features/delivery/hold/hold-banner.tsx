/**
 * Red over every view while nothing is sent because the database woke up in another place or after a restore. An
 * administrator sees the way to release it, everybody else whom to ask.
 */

import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatCount } from '../../../../shared/format-vi.ts'
import { WarnIcon } from '../../../shared/icons.tsx'
import { useSession } from '../../../shared/session-store.ts'
import { t } from '../../../words/t.ts'
import { useSending } from '../sending-query.ts'
import { shortMoment } from '../short-moment.ts'
import classes from './hold-banner.module.css'
import { ReleaseDialog } from './release-dialog.tsx'

const EVERY_MS = 30_000

/** `silent`: on the big screen there is nothing to click. */
export function HoldBanner({ silent = false }: { silent?: boolean }) {
  const session = useSession()
  const hold = useSending(EVERY_MS).data?.hold
  const [asking, setAsking] = useState(false)
  if (!hold) return null
  const admin = 'role' in session && session.role === 'admin'
  const due = hold.due.email + hold.due.zalo
  return (
    <section className={classes.banner} aria-label={t`Mọi tin đang được giữ lại`}>
      <div className={classes.words}>
        <WarnIcon size={22} />
        <p>
          <strong>{t`Không tin nào được gửi, từ ${shortMoment(hold.since)}.`}</strong> {hold.words}{' '}
          {due > 0 && t`${formatCount(due)} tin đã tới giờ đang được giữ lại. `}
          {admin ? t`Hãy xem lại rồi xác nhận.` : t`Chỉ người quản trị cho gửi tiếp được; hãy báo cho họ.`}
        </p>
      </div>
      {admin && !silent && (
        <Button color="red.8" onClick={() => setAsking(true)}>
          {t`Xem lại và gửi tiếp`}
        </Button>
      )}
      {admin && <ReleaseDialog hold={hold} opened={asking} onClose={() => setAsking(false)} />}
    </section>
  )
}
