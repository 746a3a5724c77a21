/** Every version of last year's results, with who and why. */
import { formatMoment } from '../../../shared/format-vi.ts'
import type { PastView } from '../../../shared/index-types.ts'
import table from '../../shared/table.module.css'
import classes from './past-versions.module.css'

const ORIGINS: Record<PastView['versions'][number]['origin'], string> = {
  xlsx: 'tệp Excel',
  csv: 'tệp CSV',
  api: 'phần mềm khác',
  campaign: 'đợt trước trong hệ thống',
}

export function PastVersions({ versions }: { versions: PastView['versions'] }) {
  return (
    <details className={classes.fold}>
      <summary>Các bản đã nhập ({versions.length})</summary>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">Bản</th>
            <th scope="col">Năm</th>
            <th scope="col">Lúc</th>
            <th scope="col">Người nhập</th>
            <th scope="col">Lý do</th>
            <th scope="col">Từ</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, year, at, actor, reason, origin }, place) => (
            <tr key={version}>
              <th scope="row">
                {version}
                {place === 0 && <small className={table.short}>đang dùng</small>}
              </th>
              <td data-label="Năm">{year}</td>
              <td className={table.short}>{formatMoment(at)}</td>
              <td>{actor}</td>
              <td>{reason}</td>
              <td data-label="Từ">{ORIGINS[origin]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
