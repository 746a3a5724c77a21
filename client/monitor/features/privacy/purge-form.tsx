import { formatCount } from '../../../shared/format-vi.ts'
import type { Purged, RuleView } from '../../../shared/privacy-types.ts'
import { ActForm } from '../../shared/act-form.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import { countWords, RULE_NAMES } from './privacy-words.ts'

type PurgeFormProps = { code: string; rules: RuleView[]; onDone: () => void }

/** Removes at once what is due. */
export function PurgeForm({ code, rules, onDone }: PurgeFormProps) {
  const purge = useAct<Purged>(code, '/privacy/purge')
  return (
    <ActForm
      submit={t`Xóa hẳn`}
      busy={purge.isPending}
      error={purge.error}
      onSubmit={() => purge.mutate({ confirm: code }, { onSuccess: onDone })}
      onCancel={onDone}
      word={code}
      irreversible={rules.map(({ rule, counts }) => `${RULE_NAMES[rule]}: ${countWords(counts, formatCount)}.`)}
    >
      <p>
        {t`Điểm, số đếm, biên nhận và mã kiểm tra của kết quả giữ nguyên. Không bấm thì việc chạy hằng ngày cũng xóa những phần này.`}
      </p>
    </ActForm>
  )
}
