/** Programs that read by API, and addresses that are told of changes. */
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'
import { ClientsPanel } from './clients-panel.tsx'
import { WebhooksPanel } from './webhooks-panel.tsx'

export function ProgramsPage() {
  return (
    <div className={page.stack}>
      <p className={page.lead}>
        {t`Phần mềm khác lấy kết quả qua đây, chẳng hạn phần mềm tính Chỉ số. Khóa bí mật chỉ hiện một lần khi đăng ký.`}
      </p>
      <ClientsPanel />
      <WebhooksPanel />
    </div>
  )
}
