/** Writes a request down while the person is on the phone: what for, by which way, who, by when. */
import { NativeSelect, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { addDays, formatDate } from '../../../shared/format-vi.ts'
import type {
  PersonCard,
  PrivacyRequest,
  PrivacyRequests,
  RequestKind,
  RequestVia,
} from '../../../shared/privacy-types.ts'
import { ActForm } from '../../shared/act-form.tsx'
import { MomentField } from '../../shared/moment-field.tsx'
import { parseDay } from '../../shared/parse-moment.ts'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import { PersonFinder } from './person-finder.tsx'
import classes from './privacy.module.css'
import { KIND_HINTS, KIND_NAMES, KINDS, VIA_NAMES, writeDay } from './privacy-words.ts'
import { Say } from './say.tsx'

type NewRequestFormProps = {
  code: string
  data: PrivacyRequests
  onCancel: () => void
  /** With the id of the new request, to go on with it at once. */
  onDone: (id: string) => void
}

export function NewRequestForm({ code, data, onCancel, onDone }: NewRequestFormProps) {
  const [kind, setKind] = useState<RequestKind | null>(null)
  const [via, setVia] = useState<RequestVia>('phone')
  const [received, setReceived] = useState(() => formatDate(data.today))
  const [person, setPerson] = useState<PersonCard | null>(null)
  const [note, setNote] = useState('')
  const add = useAct<PrivacyRequest>(code, '/privacy/requests')
  const receivedOn = parseDay(received)
  const later = receivedOn !== null && receivedOn > data.today
  const body = { kind, via, receivedOn, person: person?.id ?? null, note }
  return (
    <ActForm
      submit={t`Ghi lại`}
      busy={add.isPending}
      disabled={kind === null || receivedOn === null || later}
      error={add.error}
      onSubmit={() => add.mutate(body, { onSuccess: ({ id }) => onDone(id) })}
      onCancel={onCancel}
    >
      <Radio.Group label={t`Người ấy muốn gì?`} value={kind} onChange={(value) => setKind(value as RequestKind)}>
        <div className={classes.kinds}>
          {KINDS.map((one) => (
            <Radio key={one} value={one} label={KIND_NAMES[one]} description={KIND_HINTS[one]} />
          ))}
        </div>
      </Radio.Group>
      {kind && <Say kind={kind} />}
      <PersonFinder code={code} person={person} onChoose={setPerson} />
      <div className={classes.pair}>
        <NativeSelect
          label={t`Qua đường nào`}
          data={Object.entries(VIA_NAMES).map(([value, label]) => ({ value, label }))}
          value={via}
          onChange={(event) => setVia(event.currentTarget.value as RequestVia)}
        />
        <MomentField
          day
          required
          label={t`Ngày nhận`}
          value={received}
          error={later && t`Ngày nhận chưa tới.`}
          onChange={setReceived}
        />
      </div>
      {kind && receivedOn && (
        <p>
          {t`Phải xong chậm nhất ngày `}
          <b>{writeDay(addDays(receivedOn, data.days[kind]))}</b>
          {t` (${data.days[kind]} ngày).`}
        </p>
      )}
      <Textarea
        label={t`Ghi chú`}
        description={t`Người ấy nói gì, gọi lại số nào. Xóa cùng với tên người ấy.`}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActForm>
  )
}
