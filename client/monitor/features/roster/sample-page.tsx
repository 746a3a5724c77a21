/** Lấy mẫu: from a full staff list to the drawn on the roster, and every draw that was made, to be looked at and repeated. */
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCampaign } from '../../shared/campaign-queries.ts'
import { DropZone } from '../../shared/drop-zone.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'
import { SampleForm } from './sample-form.tsx'
import { SampleList } from './sample-list.tsx'
import { useStaffCheck } from './sample-queries.ts'

export function SamplePage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const campaign = useCampaign(code).data!
  const mayDraw = useMayChange() && campaign.status === 'draft'
  const [file, setFile] = useState<File | null>(null)
  const check = useStaffCheck(code)
  const choose = (chosen: File) => {
    setFile(chosen)
    check.mutate(chosen)
  }
  const forget = () => {
    setFile(null)
    check.reset()
  }
  return (
    <div className={page.stack}>
      <p className={page.lead}>
        {mayDraw
          ? t`Đưa vào danh sách đầy đủ của các đơn vị, chọn cách tính cỡ mẫu, rồi rút ngẫu nhiên. Ai cũng rút lại được để kiểm tra.`
          : t`Chỉ rút mẫu được khi đợt điều tra còn là bản nháp. Các lần đã rút xem lại và kiểm tra được bất cứ lúc nào.`}
      </p>
      {mayDraw &&
        (file && check.data ? (
          <SampleForm key={check.data.seed} campaign={campaign} file={file} list={check.data} onForget={forget} />
        ) : (
          <>
            <ErrorNote error={check.error} />
            <DropZone words={t`Kéo danh sách đầy đủ vào đây`} busy={check.isPending} onFile={choose} />
          </>
        ))}
      <SampleList code={code} />
    </div>
  )
}
