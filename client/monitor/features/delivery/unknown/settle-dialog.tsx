/** The three ways to settle a message, each with what it means; the one that may send twice asks once more. */

import { Modal, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { SettleBody, SettledView, UnknownView } from '../../../../shared/delivery-types.ts'
import form from '../../../shared/act-form.module.css'
import { ActForm } from '../../../shared/act-form.tsx'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { CHANNELS_IN_WORDS } from '../../../shared/channel-names.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'
import classes from './settle-dialog.module.css'

const CHOICES: { as: SettleBody['as']; title: string; meaning: string }[] = [
  { as: 'sent', title: t`Đã tới`, meaning: t`Ghi là đã gửi đi. Người này không nhận thêm tin của lượt này.` },
  {
    as: 'not-sent-retry',
    title: t`Chưa tới, gửi lại`,
    meaning: t`Xếp lại vào hàng gửi. Nếu tin trước thật ra đã tới, người này sẽ nhận hai lần.`,
  },
  {
    as: 'not-sent',
    title: t`Chưa tới, không gửi lại`,
    meaning: t`Ghi là không gửi được. Người này có thể được gửi tay hoặc nhận lượt nhắc sau.`,
  },
]

type SettleDialogProps = {
  code: string
  delivery: UnknownView['deliveries'][number]
  opened: boolean
  onClose: () => void
  onSettled: (state: SettledView['state']) => void
}

export function SettleDialog({ opened, onClose, ...given }: SettleDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Tin này đã tới chưa?`} size="lg">
      <Choices {...given} />
    </Modal>
  )
}

function Choices({ code, delivery, onSettled }: Omit<SettleDialogProps, 'opened' | 'onClose'>) {
  const settle = useChange<SettledView>(code)
  const [again, setAgain] = useState(false)
  const choose = (as: SettleBody['as']) =>
    settle.mutate(
      { path: campaignPath(code, `/deliveries/${encodeURIComponent(delivery.id)}/settle`), json: { as } },
      { onSuccess: ({ state }) => onSettled(state) },
    )
  if (again) {
    return (
      <ActForm
        submit={t`Gửi lại tin này`}
        busy={settle.isPending}
        error={settle.error}
        onSubmit={() => choose('not-sent-retry')}
        onCancel={() => setAgain(false)}
        word={t`gửi`}
        irreversible={[t`Người này có thể nhận hai tin. Tin đã đi thì không lấy lại được.`]}
      >
        <p className={form.big}>
          {t`Gửi lại cho `}
          <b>{delivery.person.name}</b>
          {t` qua ${CHANNELS_IN_WORDS[delivery.channel]}?`}
        </p>
        <p className={form.soft}>{t`Chỉ gửi lại khi đã hỏi và người này chưa thấy tin nào.`}</p>
      </ActForm>
    )
  }
  return (
    <div className={form.form}>
      <p>
        <b>{delivery.person.name}</b>
        {t`, ${CHANNELS_IN_WORDS[delivery.channel]}, lượt ${delivery.wave}. ${delivery.title}.`}
      </p>
      <ErrorNote error={settle.error} />
      <div className={classes.choices}>
        {CHOICES.map(({ as, title, meaning }) => (
          <UnstyledButton
            key={as}
            className={classes.choice}
            disabled={settle.isPending}
            onClick={() => (as === 'not-sent-retry' ? setAgain(true) : choose(as))}
          >
            <b>{title}</b>
            <span>{meaning}</span>
          </UnstyledButton>
        ))}
      </div>
    </div>
  )
}
