/** Totals of a checked file beside those of the version in force; open at once when any would change. */

import { formatCount, formatPoints } from '../../../shared/format-vi.ts'
import fold from '../../shared/fold.module.css'
import { t } from '../../words/t.ts'
import { changeText } from './changed-cells.ts'
import classes from './import-check.module.css'
import { type ImportTotal, swappedPairs } from './import-totals.ts'

type ImportTotalsFoldProps = { rows: ImportTotal[]; compared: boolean; unitName: (code: string) => string }

export function ImportTotalsFold({ rows, compared, unitName }: ImportTotalsFoldProps) {
  const changed = rows.filter((row) => row.changed).length
  return (
    <>
      {swappedPairs(rows).map(([one, other]) => (
        <p key={`${one} ${other}`} className={classes.warn} role="status">
          {t`Điểm của ${unitName(one)} trong tệp giống hệt điểm ${unitName(other)} ở bản đang có, và ngược lại. Có bị đổi cột không?`}
        </p>
      ))}
      <details className={`${fold.fold} ${classes.fold}`} open={changed > 0}>
        <summary>
          {t`Tổng điểm từng đơn vị theo tệp này`}
          {changed > 0 && t` (${formatCount(changed)} đơn vị thay đổi)`}
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t`Đơn vị`}</th>
              {compared && <th scope="col">{t`Đang có`}</th>}
              <th scope="col">{compared ? t`Theo tệp` : t`Tổng`}</th>
              {compared && <th scope="col">{t`Thay đổi`}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, before, after, changed: differs }) => (
              <tr key={unit} data-changed={differs || undefined}>
                <th scope="row">{unitName(unit)}</th>
                {compared && <td>{formatPoints(before)}</td>}
                <td>{formatPoints(after)}</td>
                {compared && <td>{changeText(before, after)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
