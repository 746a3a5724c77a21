/** One message to one person, over the channel that was chosen; what it does stands before the button. */

import type { ChannelName } from '../../../../shared/api-types.ts'
import type { PersonView, ResentView } from '../../../../shared/delivery-types.ts'
import form from '../../../shared/act-form.module.css'
import { ActForm } from '../../../shared/act-form.tsx'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { phoneWords } from '../../../shared/phone-words.ts'
import { t } from '../../../words/t.ts'
import { useChange } from '../use-change.ts'
import classes from './person-drawer.module.css'
import { RESEND_WORDS } from './resend-words.ts'

type ResendFormProps = {
  code: string
  person: PersonView
  channel: ChannelName
  onCancel: () => void
  onDone: () => void
}

export function ResendForm({ code, person, channel, onCancel, onDone }: ResendFormProps) {
  const resend = useChange<ResentView>(code)
  const address = channel === 'email' ? person.email : person.phone && phoneWords(person.phone)
  return (
    <div className={classes.inset}>
      <ActForm
        submit={t`Gửi ${RESEND_WORDS[channel]}`}
        busy={resend.isPending}
        error={resend.error}
        onSubmit={() =>
          resend.mutate(
            { path: campaignPath(code, `/people/${encodeURIComponent(person.id)}/resend`), json: { channel } },
            { onSuccess: onDone },
          )
        }
        onCancel={onCancel}
        word={t`gửi`}
        irreversible={[t`Tin nhắn đã đi thì không lấy lại được.`]}
      >
        <p className={form.big}>
          {t`Một tin với đường dẫn riêng của `}
          <b>{person.name}</b>
          {t` được gửi ${RESEND_WORDS[channel]} tới `}
          <b>{address}</b>.
        </p>
        <p className={form.soft}>
          {t`Tin thay cho tin gần nhất không gửi được, chỉ cho người này. Tin đi ngay trong giờ cho phép, theo nhịp của kênh; ngoài giờ thì chờ tới giờ gửi kế tiếp.`}
        </p>
      </ActForm>
    </div>
  )
}
