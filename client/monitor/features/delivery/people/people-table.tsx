import type { PersonView } from '../../../../shared/delivery-types.ts'
import { CHANNEL_NAMES } from '../../../shared/channel-names.ts'
import { phoneWords } from '../../../shared/phone-words.ts'
import table from '../../../shared/table.module.css'
import { t } from '../../../words/t.ts'
import { ANSWERED_WORDS, HOW_WORDS } from '../person-words.ts'
import { shortMoment } from '../short-moment.ts'
import classes from './people-page.module.css'

export function PeopleTable({ people, onShow }: { people: PersonView[]; onShow: (id: string) => void }) {
  return (
    <table className={`${table.table} ${table.cards}`}>
      <thead>
        <tr>
          <th scope="col">{t`Họ và tên`}</th>
          <th scope="col">{t`Đơn vị đánh giá`}</th>
          <th scope="col">{t`Địa chỉ`}</th>
          <th scope="col">{t`Tin gần nhất`}</th>
          <th scope="col">{t`Trả lời`}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row" className={table.short}>
              <button type="button" className={classes.name} onClick={() => onShow(person.id)}>
                {person.name}
              </button>
              {person.code && <small>{t`Mã ${person.code}`}</small>}
            </th>
            <td>{person.units.map(({ name }) => name).join('; ')}</td>
            <td className={classes.contact}>
              <Address value={person.email} failure={person.emailFailure} />
              <Address value={person.phone && phoneWords(person.phone)} failure={person.phoneFailure} />
              {!person.email && !person.phone && t`Không có địa chỉ`}
            </td>
            <td>
              <LastMessage person={person} />
            </td>
            <td className={table.short}>
              {ANSWERED_WORDS[person.answered]}
              {person.started && person.answered === 'none' && <small>{t`đã bấm Bắt đầu`}</small>}
              {person.optedOut && <small className={table.bad}>{t`từ chối nhận tin`}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Address({ value, failure }: { value: string | null; failure: PersonView['emailFailure'] }) {
  if (!value) return null
  return (
    <div>
      {value}
      {failure && <small className={table.bad}>{failure.title}</small>}
    </div>
  )
}

function LastMessage({ person: { last, handed } }: { person: PersonView }) {
  return (
    <>
      {last
        ? `${CHANNEL_NAMES[last.channel]}: ${last.title}${last.at ? `, ${shortMoment(last.at)}` : ''}`
        : !handed && t`Chưa có tin nào`}
      {handed && <small>{t`Gửi tay (${HOW_WORDS[handed.how]}), ${shortMoment(handed.at)}`}</small>}
    </>
  )
}
