/** What a file of points would bring: how much, what it changes, each unit's total. */

import { formatCount } from '../../../shared/format-vi.ts'
import type { PointSet, PointsImport } from '../../../shared/index-types.ts'
import counts from '../../shared/import-counts.module.css'
import { t } from '../../words/t.ts'
import classes from './import-check.module.css'
import { importTotals } from './import-totals.ts'
import { ImportTotalsFold } from './import-totals-fold.tsx'

type ImportCheckProps = {
  result: PointsImport
  /** The version that it would replace. */
  against: PointSet | undefined
  unitName: (code: string) => string
}

export function ImportCheck({ result, against, unitName }: ImportCheckProps) {
  const wrong = result.problemCount > 0
  return (
    <>
      <dl className={counts.counts}>
        <div>
          <dt>{t`Đơn vị`}</dt>
          <dd>{formatCount(result.units)}</dd>
        </div>
        <div>
          <dt>{t`Ô điểm`}</dt>
          <dd>
            {formatCount(result.filled)}
            <small>/{formatCount(result.leaves)}</small>
          </dd>
        </div>
        <div>
          <dt>{t`Ô khác bản đang có`}</dt>
          <dd>{formatCount(result.changed)}</dd>
        </div>
        <div data-bad={wrong || undefined}>
          <dt>{t`Chỗ cần sửa`}</dt>
          <dd>{formatCount(result.problemCount)}</dd>
        </div>
      </dl>
      {result.kept.length > 0 && (
        <p className={classes.soft}>
          {t`Tệp không có ${result.kept.join(', ')}: điểm của ${result.kept.length > 1 ? t`các khối này` : t`khối này`} giữ như bản trước.`}
        </p>
      )}
      {result.totals.length > 0 && (
        <ImportTotalsFold
          rows={importTotals(result.totals, against)}
          compared={against !== undefined}
          unitName={unitName}
        />
      )}
    </>
  )
}
