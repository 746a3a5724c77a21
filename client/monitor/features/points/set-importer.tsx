/** A file of points of one kind, held against the version in force. */

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { PointsImport } from '../../../shared/index-types.ts'
import { ReasonedImport } from '../../shared/reasoned-import.tsx'
import { useFileImport } from '../../shared/use-file-import.ts'
import { t } from '../../words/t.ts'
import { useUnitName } from '../index/use-unit-name.ts'
import { ImportCheck } from './import-check.tsx'
import { againstOf } from './import-totals.ts'
import { usePointSet, usePoints, usePointsCheck, usePointsImport } from './points-queries.ts'
import type { SetCard } from './set-cards.ts'

function doneWords({ version, filled, changed }: PointsImport, file: string): string {
  if (version === null) return ''
  if (changed === 0) return t`Bản ${version} đang có giống hệt tệp ${file}: không có gì phải thay.`
  return t`Đã nhập bản ${version} từ tệp ${file}: ${formatCount(filled)} ô điểm, ${formatCount(changed)} ô khác bản trước.`
}

export function SetImporter({ code, card }: { code: string; card: SetCard }) {
  /** The version that the file was held against; somebody else's newer one is a reason to look again. */
  const [seen, setSeen] = useState(0)
  const unitName = useUnitName(code)
  const sets = usePoints(code).data
  const against = usePointSet(code, sets && againstOf(sets, card.key)?.id)
  const road = useFileImport(usePointsCheck(code, card.key), usePointsImport(code, card.key, seen))
  const choose = (file: File) => {
    setSeen(card.versions[0]?.version ?? 0)
    road.choose(file)
  }
  return (
    <ReasonedImport
      road={{ ...road, choose }}
      words={t`Kéo tệp điểm ${card.title} vào đây`}
      example={t`Biên bản họp Hội đồng thẩm định ngày 12/01`}
      unitName={unitName}
      look={(result) => <ImportCheck result={result} against={against.data} unitName={unitName} />}
      submit={({ filled }) => t`Nhập ${formatCount(filled)} ô điểm`}
      done={doneWords}
      onward={
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => <Link to="/campaigns/$code/results/index" params={{ code }} {...props} />}
        >
          {t`Xem Chỉ số`}
        </Button>
      }
      mayRecheck
    />
  )
}
