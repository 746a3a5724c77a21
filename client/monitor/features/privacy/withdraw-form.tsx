import type { PrivacyRequests } from '../../../shared/privacy-types.ts'
import { ActForm } from '../../shared/act-form.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'

type WithdrawFormProps = { code: string; id: string; onCancel: () => void }

/** No further message, and no address to send one to. */
export function WithdrawForm({ code, id, onCancel }: WithdrawFormProps) {
  const withdraw = useAct<PrivacyRequests>(code, `/privacy/requests/${encodeURIComponent(id)}/withdraw`)
  return (
    <ActForm
      submit={t`Ngừng gửi và xóa địa chỉ`}
      busy={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate({})}
      onCancel={onCancel}
      word={t`ngừng gửi`}
      irreversible={[t`Thư điện tử và số điện thoại của người này bị xóa; muốn gửi lại phải nhập lại.`]}
    >
      <p>
        {t`Tin đang chờ gửi được thu lại, không tin nào gửi thêm. Họ tên còn trong danh sách đến hạn xóa, để lần nhập danh sách sau không mời lại nhầm. Phiếu đã gửi, nếu có, vẫn được đếm.`}
      </p>
    </ActForm>
  )
}
