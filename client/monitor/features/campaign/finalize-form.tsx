import type { Scores, StatusView } from '../../../shared/api-types.ts'
import { formatCount, formatMax } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { ActList } from '../../shared/act-list.tsx'
import { useScores } from '../../shared/campaign-queries.ts'
import { hiddenWords } from '../../shared/hidden-words.ts'
import { leftOutWords } from '../../shared/left-out-words.ts'
import { PageLoading } from '../../shared/page-loading.tsx'
import { isRated } from '../../shared/survey-points.ts'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import type { ActFormProps } from './act-form-props.ts'
import { missingSources } from './missing-sources.ts'

export function FinalizeForm({ campaign, onDone }: ActFormProps) {
  const finalize = useAct<StatusView>(campaign.code, '/finalize')
  const scores = useScores(campaign.code, true)
  return (
    <ActForm
      submit={t`Chốt kết quả`}
      busy={finalize.isPending}
      disabled={!scores.data}
      error={finalize.error ?? (scores.data ? null : scores.error)}
      onSubmit={() => finalize.mutate({}, { onSuccess: onDone })}
      onCancel={onDone}
      word={campaign.code}
      irreversible={[
        t`Điểm được đóng băng và gửi cho phần mềm Chỉ số cải cách hành chính như kết quả cuối cùng.`,
        ...(campaign.hasIndex ? [t`Nếu mọi điểm của Chỉ số đã đủ thì Chỉ số được chốt cùng lúc.`] : []),
      ]}
    >
      {scores.data && <WhatIsFrozen scores={scores.data} hasIndex={campaign.hasIndex} />}
      {scores.isLoading && <PageLoading />}
    </ActForm>
  )
}

function WhatIsFrozen({ scores, hasIndex }: { scores: Scores; hasIndex: boolean }) {
  const units = scores.blocks.flatMap((block) => block.units).filter(isRated)
  const missing = missingSources(scores)
  const without = units.filter((unit) => unit.hidden).length
  const toReview = units.flatMap((unit) => {
    const withheld = unit.withheld ? t`${formatCount(unit.withheld)} phiếu không được kiểm` : null
    const words = [hiddenWords(unit, true), leftOutWords(unit), withheld].filter((said) => said !== null)
    return words.length > 0 ? [{ key: unit.code, name: unit.name, said: words.join('; ') }] : []
  })
  return (
    <>
      <p className={classes.big}>
        {t`Chốt điểm của `}
        <b>{t`${formatCount(units.length)} đơn vị`}</b>
        {without > 0 && t`, trong đó ${formatCount(without)} đơn vị không có điểm vì không đủ phiếu`}.
      </p>
      {missing.length > 0 && (
        <div>
          <p className={classes.soft}>{t`Còn thiếu điểm của nguồn bên ngoài:`}</p>
          <ActList
            label={t`Nguồn bên ngoài còn thiếu điểm`}
            rows={missing.map(({ key, name, max, units: lacking }) => ({
              key,
              name,
              said: t`${formatMax(max)} điểm, thiếu ở ${formatCount(lacking)} đơn vị`,
            }))}
            inWords
          />
        </div>
      )}
      {hasIndex ? (
        <p className={classes.soft}>
          {t`Sau khi chốt vẫn nhập được điểm thẩm định và điểm còn thiếu ở mục Kết quả, thẻ Nhập điểm, cho tới khi chốt Chỉ số. Điểm của nguồn bên ngoài đã nhập thì không sửa được nữa.`}
        </p>
      ) : (
        missing.length > 0 && (
          <p className={classes.soft}>{t`Kết quả chốt không có phần điểm này và không thêm được về sau.`}</p>
        )
      )}
      {toReview.length > 0 && (
        <div>
          <p className={classes.soft}>{t`Nên xem lại trước khi chốt:`}</p>
          <ActList label={t`Nên xem lại trước khi chốt`} rows={toReview} inWords />
        </div>
      )}
    </>
  )
}
