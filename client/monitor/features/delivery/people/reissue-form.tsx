/** A new personal link for someone who lost theirs, or whose link others have seen. */

import type { PersonView, ReissueView } from '../../../../shared/delivery-types.ts'
import form from '../../../shared/act-form.module.css'
import { ActForm } from '../../../shared/act-form.tsx'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'
import classes from './person-drawer.module.css'

type ReissueFormProps = { code: string; person: PersonView; onCancel: () => void; onDone: () => void }

export function ReissueForm({ code, person, onCancel, onDone }: ReissueFormProps) {
  const reissue = useChange<ReissueView>(code)
  return (
    <div className={classes.inset}>
      <ActForm
        submit={t`Cấp đường dẫn mới`}
        busy={reissue.isPending}
        error={reissue.error}
        onSubmit={() =>
          reissue.mutate(
            { path: campaignPath(code, `/people/${encodeURIComponent(person.id)}/reissue`) },
            { onSuccess: onDone },
          )
        }
        onCancel={onCancel}
        word={t`cấp mới`}
        irreversible={[
          t`Đường dẫn cũ hết hiệu lực ngay, ở mọi tin đã gửi và mọi giấy đã in.`,
          t`Phiếu đang điền dở bằng đường dẫn cũ phải điền lại.`,
        ]}
      >
        <p className={form.soft}>
          {t`Dùng khi ${person.name} mất đường dẫn, hoặc đường dẫn đã lọt sang người khác. Phiếu đã trả lời vẫn giữ nguyên.`}
        </p>
      </ActForm>
    </div>
  )
}
