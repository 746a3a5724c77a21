/** The same draw made again from a file, and whether it gives the same people; changes nothing. */
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import type { RepeatView, SampleView } from '../../../shared/sample-types.ts'
import { DropZone } from '../../shared/drop-zone.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import { DownloadIcon } from '../../shared/icons.tsx'
import { ScrollTable } from '../../shared/scroll-table.tsx'
import { t } from '../../words/t.ts'
import classes from './sample.module.css'
import { useRanks, useRepeat } from './sample-queries.ts'

export function SampleRepeat({ code, sample }: { code: string; sample: SampleView }) {
  const [file, setFile] = useState<File | null>(null)
  const repeat = useRepeat(code, sample.id)
  const ranks = useRanks(code, sample.id)
  const choose = (chosen: File) => {
    setFile(chosen)
    ranks.reset()
    repeat.mutate(chosen)
  }
  return (
    <div className={classes.form}>
      <p>{t`Lần rút lúc ${formatMoment(sample.at)}. Đưa lại đúng tệp danh sách đầy đủ đã dùng; không có gì bị thay đổi.`}</p>
      <DropZone words={t`Kéo tệp đã dùng vào đây`} busy={repeat.isPending} onFile={choose} />
      <ErrorNote error={repeat.error} />
      {repeat.data && <Verdict result={repeat.data} />}
      <ErrorNote error={ranks.error} />
      {repeat.data && file && (
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<DownloadIcon size={16} />}
            loading={ranks.isPending}
            onClick={() => ranks.mutate(file)}
          >
            {t`Tải bảng xếp hạng`}
          </Button>
        </Group>
      )}
    </div>
  )
}

function Verdict({ result: { same, sameFile, differences, names } }: { result: RepeatView }) {
  const counts = (side: { staff: number; drawn: number } | null) =>
    side ? t`${formatCount(side.drawn)} trên ${formatCount(side.staff)}` : '–'
  return (
    <>
      <div className={classes.verdict} data-same={same || undefined} role="status">
        <p>
          <b>{same ? t`Ra đúng những người đã chọn.` : t`Không ra những người đã chọn.`}</b>{' '}
          {same && !sameFile && t`Tệp không giống từng chữ, nhưng cùng những người.`}
          {!same && !sameFile && t`Tệp này không phải tệp đã dùng.`}
          {!same &&
            sameFile &&
            t`Tệp đúng, nhưng cách đọc đã khác: đơn vị hoặc nhóm của đợt điều tra đã được sửa từ lúc rút.`}
        </p>
        {!same && differences.length === 0 && (
          <p>{t`Số người ở mọi nhóm vẫn bằng nhau: có người đã bị thay hoặc ghi khác đi (tên, thư, số điện thoại, mã).`}</p>
        )}
      </div>
      {differences.length > 0 && (
        <ScrollTable
          box
          label={t`Chỗ khác nhau`}
          header={[t`Đơn vị`, t`Nhóm`, t`Lúc rút`, t`Theo tệp này`]}
          maxHeight={260}
        >
          {differences.map(({ unit, group, recorded, found }) => (
            <tr key={`${unit} ${group}`}>
              <td>{names.units[unit] ?? unit}</td>
              <td>{names.groups[group] ?? group}</td>
              <td>{counts(recorded)}</td>
              <td>{counts(found)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </>
  )
}
