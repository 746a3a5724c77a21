/** What became of an invitation's mail. */
import type { InvitedView } from '../../../shared/account-types.ts'
import { t } from '../../words/t.ts'
import { Note } from '../delivery/note.tsx'

export function MailNote({ mailed: { invitation, mail } }: { mailed: InvitedView }) {
  const { email } = invitation
  switch (mail.outcome) {
    case 'sent':
      return (
        <Note>{t`Máy chủ thư đã nhận thư cho ${email}. Nếu vài phút nữa người đó chưa thấy, nhắc họ xem cả mục thư rác.`}</Note>
      )
    case 'outbox':
      return (
        <Note>
          {t`Hệ thống chưa được nối với máy chủ thư, nên thư cho ${email} nằm trong hộp thư thử.`}{' '}
          <a href="/dev/outbox" target="_blank" rel="noreferrer">
            {t`Mở hộp thư thử`}
          </a>
        </Note>
      )
    case 'unknown':
      return <Note warn>{t`Chưa rõ thư cho ${email} đã đi hay chưa. Hãy hỏi người đó rồi gửi lại nếu cần.`}</Note>
    case 'not-sent':
      return (
        <Note warn>
          {t`Thư cho ${email} chưa gửi được. Hãy kiểm tra lại địa chỉ; lời mời vẫn còn ở dưới, có thể gửi lại hoặc rút.`}
        </Note>
      )
  }
}
