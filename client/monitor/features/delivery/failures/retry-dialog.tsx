/** Puts a group of failed messages back in the queue; says first whose, and afterwards whose not and why. */

import { Modal } from '@mantine/core'
import type { FailureGroup, RetriedView } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import form from '../../../shared/act-form.module.css'
import { ActDone, ActForm } from '../../../shared/act-form.tsx'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { CHANNELS_IN_WORDS } from '../../../shared/channel-names.ts'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'

type RetryDialogProps = { code: string; group: FailureGroup; opened: boolean; onClose: () => void }

const REASONS: [keyof RetriedView['skipped'], string][] = [
  ['answered', t`Đã trả lời`],
  ['optedOut', t`Đã từ chối nhận tin`],
  ['address', t`Thư bị trả lại hoặc số không dùng Zalo, chưa sửa`],
  ['elsewhere', t`Đã có tin qua kênh khác`],
  ['limit', t`Đã nhận đủ số tin cho phép`],
  ['stopped', t`Lượt gửi đã dừng hẳn`],
]

export function RetryDialog({ opened, onClose, ...given }: RetryDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Gửi lại nhóm này`} size="lg">
      <RetryForm {...given} onClose={onClose} />
    </Modal>
  )
}

function RetryForm({ code, group, onClose }: Omit<RetryDialogProps, 'opened'>) {
  const retry = useChange<RetriedView>(code)
  const { channel, cause, people, title } = group
  if (retry.data) return <Retried retried={retry.data} onDone={onClose} />
  return (
    <ActForm
      submit={t`Gửi lại cho tối đa ${formatCount(people)} người`}
      busy={retry.isPending}
      error={retry.error}
      onSubmit={() => retry.mutate({ path: campaignPath(code, '/deliveries/retry'), json: { channel, cause } })}
      onCancel={onClose}
      word={t`gửi`}
      irreversible={[t`Tin nhắn đã đi thì không lấy lại được.`]}
    >
      <p className={form.big}>
        {t`Xếp lại vào hàng gửi tin ${CHANNELS_IN_WORDS[channel]} của `}
        <b>{t`${formatCount(people)} người`}</b>: {title}
      </p>
      <p className={form.soft}>
        {t`Bỏ qua người đã trả lời, đã từ chối nhận tin, đã có tin qua kênh khác trong cùng lượt, đã nhận đủ số tin cho phép, và người có ${channel === 'email' ? t`thư bị trả lại` : t`số không dùng Zalo`} mà chưa sửa địa chỉ. Tin đi trong giờ cho phép, theo nhịp của kênh.`}
      </p>
    </ActForm>
  )
}

function Retried({ retried, onDone }: { retried: RetriedView; onDone: () => void }) {
  const skipped = REASONS.filter(([reason]) => retried.skipped[reason] > 0)
  return (
    <ActDone onDone={onDone}>
      <p className={form.big}>
        {retried.retried > 0 ? (
          <>
            {t`Đã xếp lại `}
            <b>{t`${formatCount(retried.retried)} tin`}</b>
            {t` vào hàng gửi.`}
          </>
        ) : (
          t`Không có tin nào được xếp lại.`
        )}
      </p>
      {skipped.length > 0 && (
        <dl className={form.facts}>
          {skipped.map(([reason, words]) => [
            <dt key={reason}>{t`Bỏ qua: ${words}`}</dt>,
            <dd key={`${reason}-count`}>{formatCount(retried.skipped[reason])}</dd>,
          ])}
        </dl>
      )}
    </ActDone>
  )
}
