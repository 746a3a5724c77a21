/** A file of points: looked at first, then, with a reason, brought in. What was typed stays until it has served. */
import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { PointsImport } from '../../../shared/index-types.ts'
import { DropZone } from '../../shared/drop-zone.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import { ImportProblems } from '../../shared/import-problems.tsx'
import importer from '../../shared/importer.module.css'
import { isReason, ReasonField } from '../../shared/reason-field.tsx'
import { useUnitName } from '../index/use-unit-name.ts'
import { ImportCheck } from './import-check.tsx'
import { againstOf } from './import-totals.ts'
import { usePointSet, usePoints, usePointsCheck, usePointsImport } from './points-queries.ts'
import type { SetCard } from './set-cards.ts'

function doneWords({ version, filled, changed }: PointsImport, file: string): string {
  if (changed === 0 && version !== null) return `Bản ${version} đang có giống hệt tệp ${file}: không có gì phải thay.`
  return `Đã nhập bản ${version} từ tệp ${file}: ${formatCount(filled)} ô điểm, ${formatCount(changed)} ô khác bản trước.`
}

export function SetImporter({ code, card }: { code: string; card: SetCard }) {
  const [file, setFile] = useState<File | null>(null)
  const [reason, setReason] = useState('')
  /** The version that the file was held against; somebody else's newer one is a reason to look again. */
  const [seen, setSeen] = useState(0)
  const unitName = useUnitName(code)
  const sets = usePoints(code).data
  const against = usePointSet(code, sets && againstOf(sets, card.key)?.id)
  const check = usePointsCheck(code, card.key)
  const bring = usePointsImport(code, card.key)
  const choose = (chosen: File) => {
    setFile(chosen)
    setSeen(card.versions[0]?.version ?? 0)
    bring.reset()
    check.mutate(chosen)
  }
  const forget = () => {
    setFile(null)
    check.reset()
    bring.reset()
  }
  const submit = () => file && bring.mutate({ file, reason: reason.trim(), seen }, { onSuccess: () => setReason('') })

  if (bring.data) {
    return (
      <div className={importer.done} role="status">
        <p>{doneWords(bring.data, file?.name ?? '')}</p>
        <Group gap={8}>
          <Button size="xs" variant="default" onClick={forget}>
            Nhập tệp khác
          </Button>
          <Button
            size="xs"
            variant="default"
            renderRoot={(props) => <Link to="/campaigns/$code/results/index" params={{ code }} {...props} />}
          >
            Xem Chỉ số
          </Button>
        </Group>
      </div>
    )
  }
  if (!file || !check.data) {
    return (
      <div className={importer.importer}>
        <ErrorNote error={check.error} />
        <DropZone words={`Kéo tệp điểm ${card.title} vào đây`} busy={check.isPending} onFile={choose} />
      </div>
    )
  }
  const wrong = check.data.problemCount > 0
  return (
    <div className={importer.importer}>
      <ImportCheck fileName={file.name} result={check.data} against={against.data} unitName={unitName} />
      {wrong && <ImportProblems problems={check.data.problems} total={check.data.problemCount} unitName={unitName} />}
      {!wrong && (
        <ReasonField value={reason} onChange={setReason} example="Biên bản họp Hội đồng thẩm định ngày 12/01" />
      )}
      <ErrorNote error={bring.error} />
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={forget} disabled={bring.isPending}>
          Chọn tệp khác
        </Button>
        {bring.error !== null && (
          <Button variant="default" onClick={() => choose(file)} disabled={bring.isPending}>
            Kiểm tra lại tệp
          </Button>
        )}
        {!wrong && (
          <Button onClick={submit} loading={bring.isPending} disabled={!isReason(reason)}>
            Nhập {formatCount(check.data.filled)} ô điểm
          </Button>
        )}
      </Group>
    </div>
  )
}
