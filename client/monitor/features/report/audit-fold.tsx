/** For whoever checks: the report can be made again without this server, and must then be the same to the byte. */

import type { ReportDocument } from '../../../shared/report-types.ts'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { t } from '../../words/t.ts'
import classes from './report-page.module.css'

export function AuditFold({ code, report }: { code: string; report: ReportDocument }) {
  const command = `npm run report -- --snapshot bao-cao-${code}.json`
  return (
    <details className={classes.fold}>
      <summary>
        <b>{t`Kiểm tra lại báo cáo`}</b>
        <small>{t`dựng lại ba tệp không cần máy chủ này, so từng byte`}</small>
      </summary>
      <ol className={classes.steps}>
        <li>
          <a href={campaignPath(code, '/index/report.json')} download>
            {t`Tải tệp số liệu và lời văn (.json)`}
          </a>
          {t`: mọi thứ mà báo cáo được dựng từ đó, không có gì về từng người trả lời.`}
        </li>
        <li>
          {t`Trên máy có mã nguồn của phần mềm này, không cần mạng và cơ sở dữ liệu, chạy:`}
          <span className={classes.copied}>
            <code>{command}</code>
            <CopyButton text={() => command} words={t`Sao chép lệnh`} />
          </span>
        </li>
        <li>
          {t`Lệnh dựng lại tệp Word, Excel, trang web và in mã kiểm tra (SHA-256) của từng tệp. So với các tệp tải ở trang này (`}
          <code>{t`sha256sum`}</code>
          {t` trên Linux, `}
          <code>{t`certutil -hashfile TỆP SHA256`}</code>
          {t` trên Windows): phải trùng nhau.`}
        </li>
        <li>{t`Hai mã kiểm tra mà lệnh in ra phải là:`}</li>
      </ol>
      <dl className={classes.digests}>
        <Digest name={t`Mã kiểm tra của kết quả`} digest={report.indexDigest} />
        <Digest name={t`Mã kiểm tra của kết quả và lời văn`} digest={report.inputDigest} />
      </dl>
    </details>
  )
}

function Digest({ name, digest }: { name: string; digest: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.copied}>
        <code>{digest}</code>
        <CopyButton text={() => digest} words={t`Sao chép mã`} />
      </dd>
    </div>
  )
}
