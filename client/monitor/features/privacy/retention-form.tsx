/** Days of each rule and of each kind of request; an administrator's act, because the daily job goes by it. */
import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { RequestKind, Retention, RetentionRule, RetentionView } from '../../../shared/privacy-types.ts'
import form from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { t } from '../../words/t.ts'
import classes from './privacy.module.css'
import { useSetRetention } from './privacy-queries.ts'
import { KIND_NAMES, KINDS, RULE_NAMES } from './privacy-words.ts'

const RULES: RetentionRule[] = ['messages', 'contacts', 'people', 'answers']

type RetentionFormProps = { code: string; data: RetentionView; onDone: () => void }

export function RetentionForm({ code, data, onDone }: RetentionFormProps) {
  const [days, setDays] = useState<Retention>(data.retention)
  const save = useSetRetention(code)
  const setRule = (rule: RetentionRule, value: string | number) => setDays({ ...days, [rule]: Number(value) })
  const setRequest = (kind: RequestKind, value: string | number) =>
    setDays({ ...days, requests: { ...days.requests, [kind]: Number(value) } })
  return (
    <ActForm
      submit={t`Lưu thời hạn`}
      busy={save.isPending}
      disabled={!isWithin(days)}
      error={save.error}
      onSubmit={() => save.mutate(days, { onSuccess: onDone })}
      onCancel={onDone}
    >
      <p className={form.soft}>
        {t`Thông báo mà người trả lời đã đồng ý hứa giữ bao lâu thì ở đây không được dài hơn. Rút ngắn có hiệu lực từ lần xóa hằng ngày kế tiếp.`}
      </p>
      <fieldset className={classes.days}>
        <legend>{t`Giữ sau khi chốt kết quả (ngày, từ 30 đến 3.650)`}</legend>
        {RULES.map((rule) => (
          <NumberInput
            key={rule}
            label={RULE_NAMES[rule]}
            description={t`mặc định ${data.defaults[rule]}`}
            min={30}
            max={3650}
            allowDecimal={false}
            value={days[rule] || ''}
            onChange={(value) => setRule(rule, value)}
          />
        ))}
      </fieldset>
      <fieldset className={classes.days}>
        <legend>{t`Giải quyết yêu cầu trong (ngày, từ 1 đến 60)`}</legend>
        {KINDS.map((kind) => (
          <NumberInput
            key={kind}
            label={KIND_NAMES[kind]}
            description={t`mặc định ${data.defaults.requests[kind]}`}
            min={1}
            max={60}
            allowDecimal={false}
            value={days.requests[kind] || ''}
            onChange={(value) => setRequest(kind, value)}
          />
        ))}
      </fieldset>
    </ActForm>
  )
}

const isWithin = (days: Retention): boolean =>
  RULES.every((rule) => days[rule] >= 30 && days[rule] <= 3650) &&
  KINDS.every((kind) => days.requests[kind] >= 1 && days.requests[kind] <= 60)
