/** A file of last year's published results, and what it would bring. */

import { formatCount } from '../../../shared/format-vi.ts'
import type { PastImport } from '../../../shared/index-types.ts'
import counts from '../../shared/import-counts.module.css'
import { ReasonedImport } from '../../shared/reasoned-import.tsx'
import { useFileImport } from '../../shared/use-file-import.ts'
import { t } from '../../words/t.ts'
import { useUnitName } from '../index/use-unit-name.ts'
import { usePastCheck, usePastImport } from './past-queries.ts'

export function PastImporter({ code }: { code: string }) {
  const unitName = useUnitName(code)
  const road = useFileImport(usePastCheck(code), usePastImport(code))
  return (
    <ReasonedImport
      road={road}
      words={t`Kéo tệp kết quả năm trước vào đây`}
      example={t`Quyết định công bố Chỉ số năm trước, số và ngày`}
      unitName={unitName}
      look={(result) => <Look result={result} />}
      submit={({ units }) => t`Nhập ${formatCount(units)} đơn vị`}
      done={({ year, units }, file) => t`Đã nhập kết quả năm ${year} của ${formatCount(units)} đơn vị từ tệp ${file}.`}
    />
  )
}

function Look({ result }: { result: PastImport }) {
  return (
    <dl className={counts.counts}>
      <div>
        <dt>{t`Năm`}</dt>
        <dd>{result.year}</dd>
      </div>
      {result.blocks.map(({ code, name, units }) => (
        <div key={code}>
          <dt>{name}</dt>
          <dd>
            {formatCount(units)} <small>{t`đơn vị`}</small>
          </dd>
        </div>
      ))}
      <div data-bad={result.problemCount > 0 || undefined}>
        <dt>{t`Chỗ cần sửa`}</dt>
        <dd>{formatCount(result.problemCount)}</dd>
      </div>
    </dl>
  )
}
