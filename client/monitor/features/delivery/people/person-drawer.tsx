/** One person: addresses, answering, everything that was sent or handed to them; a corrected address, a new link, one message. */

import { Button, Drawer } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ChannelName } from '../../../../shared/api-types.ts'
import type { HistoryEntry, PersonHistoryView } from '../../../../shared/delivery-types.ts'
import { useCampaign } from '../../../shared/campaign-queries.ts'
import { CHANNEL_NAMES } from '../../../shared/channel-names.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { phoneWords } from '../../../shared/phone-words.ts'
import { t } from '../../../words/t.ts'
import { usePerson } from '../delivery-queries.ts'
import { Note } from '../note.tsx'
import { ANSWERED_WORDS } from '../person-words.ts'
import { shortMoment } from '../short-moment.ts'
import { ContactForm } from './contact-form.tsx'
import classes from './person-drawer.module.css'
import { ReissueForm } from './reissue-form.tsx'
import { ResendForm } from './resend-form.tsx'
import { RESEND_WORDS, resendChannels } from './resend-words.ts'

type PersonDrawerProps = { code: string; id: string; opened: boolean; mayChange: boolean; onClose: () => void }

export function PersonDrawer({ opened, onClose, ...given }: PersonDrawerProps) {
  const person = usePerson(given.code, given.id)
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="lg" title={person.data?.name ?? t`Đang tải…`}>
      <ErrorNote error={person.error} onRetry={() => void person.refetch()} />
      {person.isLoading && <PageLoading />}
      {person.data && <PersonCard key={given.id} {...given} person={person.data} />}
    </Drawer>
  )
}

type Done = { act: 'contact' | 'reissue' | 'resend'; words: string }

const renewedBy = (act: Done['act'] | undefined) => (act === 'contact' ? 'address' : act === 'reissue' ? 'link' : null)

type PersonCardProps = { code: string; person: PersonHistoryView; mayChange: boolean }

function PersonCard({ code, person, mayChange }: PersonCardProps) {
  const open = useCampaign(code).data?.status === 'open'
  const [form, setForm] = useState<'contact' | 'reissue' | ChannelName | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const sendable = open ? resendChannels(person, renewedBy(done?.act)) : []
  const show = (next: typeof form) => {
    setDone(null)
    setForm(next)
  }
  const finish = (act: Done['act'], words: string) => {
    setForm(null)
    setDone({ act, words })
  }
  return (
    <div className={classes.card}>
      {person.optedOut && (
        <Note
          warn
        >{t`Người này đã từ chối nhận tin: không kênh nào gửi nữa. Chỉ đưa đường dẫn khi người đó tự hỏi.`}</Note>
      )}
      <Facts person={person} />
      {done && (
        <Note>
          {done.words}
          {done.act === 'reissue' && (
            <>
              {' '}
              <Link to="/campaigns/$code/delivery/by-hand" params={{ code }}>
                {t`Tới Gửi tay`}
              </Link>
            </>
          )}
        </Note>
      )}
      {mayChange && form === null && (
        <div className={classes.acts}>
          {sendable.map((channel) => (
            <Button key={channel} onClick={() => setForm(channel)}>
              {t`Gửi cho người này ${RESEND_WORDS[channel]}`}
            </Button>
          ))}
          <Button variant="default" onClick={() => show('contact')}>
            {t`Sửa địa chỉ`}
          </Button>
          {person.answered !== 'all' && (
            <Button variant="default" onClick={() => show('reissue')}>
              {t`Cấp lại đường dẫn`}
            </Button>
          )}
        </div>
      )}
      {form === 'contact' && (
        <ContactForm
          code={code}
          person={person}
          onCancel={() => setForm(null)}
          onDone={() => finish('contact', t`Đã sửa địa chỉ. Tin kế tiếp đi tới địa chỉ mới.`)}
        />
      )}
      {form === 'reissue' && (
        <ReissueForm
          code={code}
          person={person}
          onCancel={() => setForm(null)}
          onDone={() =>
            finish(
              'reissue',
              t`Đã cấp đường dẫn mới; đường dẫn cũ không mở được nữa. Hãy gửi đường dẫn mới cho người này, hoặc gửi tay.`,
            )
          }
        />
      )}
      {(form === 'email' || form === 'zalo') && (
        <ResendForm
          code={code}
          person={person}
          channel={form}
          onCancel={() => setForm(null)}
          onDone={() => finish('resend', t`Đã xếp một tin ${RESEND_WORDS[form]} vào hàng gửi.`)}
        />
      )}
      <section>
        <h3 className={classes.heading}>{t`Lịch sử`}</h3>
        {person.history.length === 0 ? (
          <p>{t`Chưa gửi gì cho người này.`}</p>
        ) : (
          <ol className={classes.history} style={{ margin: 0, listStyle: 'none' }}>
            {person.history.toReversed().map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries only grow, and have no id
              <li key={index}>
                <time dateTime={entry.at}>{shortMoment(entry.at)}</time>
                <div>{entryWords(entry)}</div>
                {entry.by && <small>{entry.by}</small>}
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}

function entryWords({ channel, wave, title }: HistoryEntry): string {
  if (channel === 'hand' || channel === 'link') return title
  return `${CHANNEL_NAMES[channel]}${wave ? t`, lượt ${wave}` : ''}: ${title}`
}

function Facts({ person }: { person: PersonHistoryView }) {
  return (
    <dl className={classes.facts}>
      {person.code && (
        <>
          <dt>{t`Mã`}</dt>
          <dd>{person.code}</dd>
        </>
      )}
      {person.position && (
        <>
          <dt>{t`Chức vụ`}</dt>
          <dd>{person.position}</dd>
        </>
      )}
      <dt>{t`Đánh giá`}</dt>
      <dd>{person.units.map(({ name }) => name).join('; ')}</dd>
      <dt>{t`Thư điện tử`}</dt>
      <dd>
        {person.email ?? t`không có`}
        {person.emailFailure && <small>{person.emailFailure.title}</small>}
      </dd>
      <dt>{t`Điện thoại`}</dt>
      <dd>
        {person.phone ? phoneWords(person.phone) : t`không có`}
        {person.phoneFailure && <small>{person.phoneFailure.title}</small>}
      </dd>
      <dt>{t`Trả lời`}</dt>
      <dd>
        {ANSWERED_WORDS[person.answered]}
        {person.answered === 'none' && person.started ? t` (đã bấm Bắt đầu)` : ''}
      </dd>
    </dl>
  )
}
