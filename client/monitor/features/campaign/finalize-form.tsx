import { useState } from 'react'
import type { StatusView } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { useScores } from '../../shared/campaign-queries.ts'
import { isRated } from '../../shared/survey-points.ts'
import classes from './act-form.module.css'
import { ActForm } from './act-form.tsx'
import type { ActFormProps } from './act-form-props.ts'
import { isTyped, TypedWord } from './typed-word.tsx'
import { useAct } from './use-act.ts'

export function FinalizeForm({ campaign, onDone }: ActFormProps) {
  const finalize = useAct<StatusView>(campaign.code, '/finalize')
  const units =
    useScores(campaign.code, true)
      .data?.blocks.flatMap((block) => block.units)
      .filter(isRated) ?? []
  const without = units.filter((unit) => unit.hidden).length
  const [typed, setTyped] = useState('')
  return (
    <ActForm
      submit="Chốt kết quả"
      busy={finalize.isPending}
      disabled={!isTyped(campaign.code, typed)}
      error={finalize.error}
      onSubmit={() => finalize.mutate({}, { onSuccess: onDone })}
      onCancel={onDone}
      confirm={<TypedWord word={campaign.code} value={typed} onChange={setTyped} />}
      irreversible={['Điểm được đóng băng và gửi cho phần mềm Chỉ số cải cách hành chính như kết quả cuối cùng.']}
    >
      <p className={classes.big}>
        Chốt điểm của <b>{formatCount(units.length)} đơn vị</b>
        {without > 0 && `, trong đó ${formatCount(without)} đơn vị không có điểm vì không đủ phiếu`}.
      </p>
    </ActForm>
  )
}
