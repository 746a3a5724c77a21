/** The act of publishing: says who will see what before a word is typed. */
import type { PublicationChoices, PublicationsView } from '../../../shared/publication-types.ts'
import classes from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { CONFIRMED } from '../../shared/confirmations.ts'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import { namesOf } from './choice-words.ts'

type PublishFormProps = {
  code: string
  choices: PublicationChoices
  reason: string
  url: string
  onDone: () => void
}

export function PublishForm({ code, choices, reason, url, onDone }: PublishFormProps) {
  const publish = useAct<PublicationsView>(code, '/publications')
  return (
    <ActForm
      submit={t`Công bố`}
      busy={publish.isPending}
      error={publish.error}
      onSubmit={() => publish.mutate({ choices, reason, confirm: CONFIRMED.publish }, { onSuccess: onDone })}
      onCancel={onDone}
      word={t`công bố`}
      irreversible={[t`Ai đã xem hay tải về thì giữ được bản đó, dù sau này gỡ xuống.`]}
    >
      <p className={classes.big}>
        {t`Từ lúc này `}
        <b>{t`bất kỳ ai`}</b>
        {t` mở ${url} đều xem được: ${namesOf(choices)}.`}
      </p>
      <p className={classes.soft}>{reason}</p>
      <p>{t`Sau này có thể công bố lại với lựa chọn khác, hoặc gỡ trang xuống.`}</p>
    </ActForm>
  )
}
