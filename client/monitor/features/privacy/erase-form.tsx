import { formatCount } from '../../../shared/format-vi.ts'
import type { ErasePreview, PrivacyRequests } from '../../../shared/privacy-types.ts'
import { ActForm } from '../../shared/act-form.tsx'
import { CONFIRMED } from '../../shared/confirmations.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import { useErasePreview } from './privacy-queries.ts'

type EraseFormProps = { code: string; id: string; onCancel: () => void }

/** Erases the person; says beforehand which numbers move. */
export function EraseForm({ code, id, onCancel }: EraseFormProps) {
  const preview = useErasePreview(code, id)
  const erase = useAct<PrivacyRequests>(code, `/privacy/requests/${encodeURIComponent(id)}/erase`)
  if (preview.error && !preview.data) return <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) return <PageLoading />
  return (
    <ActForm
      submit={t`Xóa hẳn`}
      busy={erase.isPending}
      error={erase.error}
      onSubmit={() => erase.mutate({ confirm: CONFIRMED.erase })}
      onCancel={onCancel}
      word={t`xóa`}
      irreversible={consequences(preview.data)}
    >
      <p>
        {t`Họ tên, địa chỉ, các tin đã gửi và những gì cán bộ đã ghi về người này bị xóa. Còn lại: đã có một yêu cầu, ai giải quyết, ngày nào.`}
      </p>
    </ActForm>
  )
}

const consequences = ({ messages, leaves, stays }: ErasePreview): string[] => [
  messages > 0
    ? t`Xóa một người và ${formatCount(messages)} tin. Đường dẫn riêng của người này không mở được nữa.`
    : t`Xóa một người. Đường dẫn riêng của người này không mở được nữa.`,
  ...(leaves > 0 ? [t`${formatCount(leaves)} phiếu chưa trả lời không còn tính là phiếu phát ra.`] : []),
  ...(stays > 0 ? [t`${formatCount(stays)} phiếu vẫn tính trong tỷ lệ trả lời, không kèm tên.`] : []),
]
