/** Takes last year's results from a campaign of this installation whose index is frozen. */

import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { PastView } from '../../../shared/index-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import importer from '../../shared/importer.module.css'
import { isReason, ReasonField } from '../../shared/reason-field.tsx'
import { t } from '../../words/t.ts'
import { usePastFromCampaign } from './past-queries.ts'

export function FromCampaign({ code, candidates }: { code: string; candidates: PastView['candidates'] }) {
  const [campaign, setCampaign] = useState(candidates[0]?.code ?? '')
  const [reason, setReason] = useState('')
  const take = usePastFromCampaign(code)
  if (take.data) {
    return (
      <p className={importer.done} role="status">
        {t`Đã lấy kết quả năm ${take.data.year} của ${formatCount(take.data.units)} đơn vị.`}
      </p>
    )
  }
  return (
    <div className={importer.importer}>
      <NativeSelect
        label={t`Đợt đã chốt Chỉ số`}
        data={candidates.map(({ code: value, title }) => ({ value, label: `${title} (${value})` }))}
        value={campaign}
        onChange={(event) => setCampaign(event.currentTarget.value)}
      />
      <ReasonField value={reason} onChange={setReason} example={t`So sánh với kết quả đã chốt của năm trước`} />
      <ErrorNote error={take.error} />
      <Group justify="flex-end">
        <Button
          onClick={() => take.mutate({ campaign, reason: reason.trim() })}
          loading={take.isPending}
          disabled={!isReason(reason)}
        >
          {t`Lấy kết quả`}
        </Button>
      </Group>
    </div>
  )
}
