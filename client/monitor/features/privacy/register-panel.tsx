import { Button } from '@mantine/core'
import { DownloadButton } from '../../shared/download-button.tsx'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import classes from './privacy.module.css'
import { privacyPath } from './privacy-queries.ts'

/** The register of processing as a document to complete, sign and keep. */
export function RegisterPanel({ code }: { code: string }) {
  const register = privacyPath(code, '/register')
  return (
    <Panel title={t`Hồ sơ hoạt động xử lý dữ liệu cá nhân`}>
      <p className={classes.about}>
        {t`Lập sẵn từ thiết lập của đợt: bên kiểm soát, mục đích, loại dữ liệu, bên nhận, thời hạn, biện pháp bảo vệ. Chỗ tô vàng là điều hệ thống không biết: cơ quan tự điền rồi ký.`}
      </p>
      <div className={classes.acts}>
        <DownloadButton href={`${register}.docx`}>{t`Tải hồ sơ (.docx)`}</DownloadButton>
        <Button component="a" href={`${register}.html`} target="_blank" rel="noreferrer" variant="default">
          {t`Xem và in`}
        </Button>
      </div>
    </Panel>
  )
}
