/** What a file of points would bring: how much, what it changes, each unit's total. */

import { formatCount, formatPoints } from '../../../shared/format-vi.ts'
import type { PointsImport } from '../../../shared/index-types.ts'
import counts from '../../shared/import-counts.module.css'
import importer from '../../shared/importer.module.css'
import classes from './import-check.module.css'

type ImportCheckProps = { fileName: string; result: PointsImport; unitName: (code: string) => string }

export function ImportCheck({ fileName, result, unitName }: ImportCheckProps) {
  const wrong = result.problemCount > 0
  return (
    <div className={importer.check}>
      <h4 className={importer.title}>Kiểm tra tệp {fileName}</h4>
      <dl className={counts.counts}>
        <div>
          <dt>Đơn vị</dt>
          <dd>{formatCount(result.units)}</dd>
        </div>
        <div>
          <dt>Ô điểm</dt>
          <dd>
            {formatCount(result.filled)}
            <small>/{formatCount(result.leaves)}</small>
          </dd>
        </div>
        <div>
          <dt>Ô khác bản đang có</dt>
          <dd>{formatCount(result.changed)}</dd>
        </div>
        <div data-bad={wrong || undefined}>
          <dt>Chỗ cần sửa</dt>
          <dd>{formatCount(result.problemCount)}</dd>
        </div>
      </dl>
      {result.kept.length > 0 && (
        <p className={classes.soft}>
          Tệp không có {result.kept.join(', ')}: điểm của {result.kept.length > 1 ? 'các khối này' : 'khối này'} giữ như
          bản trước.
        </p>
      )}
      {result.totals.length > 0 && (
        <details className={classes.fold}>
          <summary>Tổng điểm từng đơn vị theo tệp này</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Đơn vị</th>
                <th scope="col">Tổng</th>
              </tr>
            </thead>
            <tbody>
              {result.totals.map(({ unit, points }) => (
                <tr key={unit}>
                  <th scope="row">{unitName(unit)}</th>
                  <td>{formatPoints(points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  )
}
