/** A file of last year's published results: looked at first, then, with a reason, brought in. */
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { PastImport } from '../../../shared/index-types.ts'
import { DropZone } from '../../shared/drop-zone.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import counts from '../../shared/import-counts.module.css'
import { ImportProblems } from '../../shared/import-problems.tsx'
import importer from '../../shared/importer.module.css'
import { isReason, ReasonField } from '../../shared/reason-field.tsx'
import { useUnitName } from '../index/use-unit-name.ts'
import { usePastCheck, usePastImport } from './past-queries.ts'

export function PastImporter({ code }: { code: string }) {
  const [file, setFile] = useState<File | null>(null)
  const [reason, setReason] = useState('')
  const unitName = useUnitName(code)
  const check = usePastCheck(code)
  const bring = usePastImport(code)
  const choose = (chosen: File) => {
    setFile(chosen)
    bring.reset()
    check.mutate(chosen)
  }
  const forget = () => {
    setFile(null)
    check.reset()
    bring.reset()
  }
  if (bring.data) {
    return (
      <div className={importer.done} role="status">
        <p>
          Đã nhập kết quả năm {bring.data.year} của {formatCount(bring.data.units)} đơn vị từ tệp {file?.name}.
        </p>
        <Button size="xs" variant="default" onClick={forget}>
          Nhập tệp khác
        </Button>
      </div>
    )
  }
  if (!file || !check.data) {
    return (
      <div className={importer.importer}>
        <ErrorNote error={check.error} />
        <DropZone words="Kéo tệp kết quả năm trước vào đây" busy={check.isPending} onFile={choose} />
      </div>
    )
  }
  const wrong = check.data.problemCount > 0
  return (
    <div className={importer.importer}>
      <Check fileName={file.name} result={check.data} />
      {wrong && <ImportProblems problems={check.data.problems} total={check.data.problemCount} unitName={unitName} />}
      {!wrong && (
        <ReasonField value={reason} onChange={setReason} example="Quyết định công bố Chỉ số năm trước, số và ngày" />
      )}
      <ErrorNote error={bring.error} />
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={forget} disabled={bring.isPending}>
          Chọn tệp khác
        </Button>
        {!wrong && (
          <Button
            onClick={() => bring.mutate({ file, reason: reason.trim() }, { onSuccess: () => setReason('') })}
            loading={bring.isPending}
            disabled={!isReason(reason)}
          >
            Nhập {formatCount(check.data.units)} đơn vị
          </Button>
        )}
      </Group>
    </div>
  )
}

function Check({ fileName, result }: { fileName: string; result: PastImport }) {
  return (
    <div className={importer.check}>
      <h4 className={importer.title}>Kiểm tra tệp {fileName}</h4>
      <dl className={counts.counts}>
        <div>
          <dt>Năm</dt>
          <dd>{result.year}</dd>
        </div>
        {result.blocks.map(({ code, name, units }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd>
              {formatCount(units)} <small>đơn vị</small>
            </dd>
          </div>
        ))}
        <div data-bad={result.problemCount > 0 || undefined}>
          <dt>Chỗ cần sửa</dt>
          <dd>{formatCount(result.problemCount)}</dd>
        </div>
      </dl>
    </div>
  )
}
