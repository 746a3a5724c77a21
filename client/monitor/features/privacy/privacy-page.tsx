/** Quyền riêng tư: requests of respondents, how long data are kept, the notice and who agreed to it, the register of processing. */
import { useParams } from '@tanstack/react-router'
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'
import { NoticesPanel } from './notices-panel.tsx'
import { RegisterPanel } from './register-panel.tsx'
import { RequestsPanel } from './requests-panel.tsx'
import { RetentionPanel } from './retention-panel.tsx'

export function PrivacyPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  return (
    <div className={page.stack}>
      <p className={page.lead}>
        {t`Người được khảo sát có quyền xem, sửa, rút lại sự đồng ý và xóa dữ liệu của mình. Điều không ai làm được, kể cả quản trị: tìm lại một phiếu đã gửi, vì phiếu không gắn với tên ai.`}
      </p>
      <RequestsPanel code={code} />
      <RetentionPanel code={code} />
      <NoticesPanel code={code} />
      <RegisterPanel code={code} />
    </div>
  )
}
