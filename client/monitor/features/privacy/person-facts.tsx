import type { PersonCard } from '../../../shared/privacy-types.ts'
import { phoneWords } from '../../shared/phone-words.ts'
import { t } from '../../words/t.ts'
import classes from './privacy.module.css'

/** Who it is. Whether this person has answered is not told, and what they answered nobody knows. */
export function PersonFacts({ person }: { person: PersonCard }) {
  const facts: [string, string | null][] = [
    [t`Chức vụ`, person.position],
    [t`Mã`, person.code],
    [t`Được mời đánh giá`, person.units.join('; ')],
    [t`Thư điện tử`, person.email ?? t`không có`],
    [t`Điện thoại`, person.phone ? phoneWords(person.phone) : t`không có`],
  ]
  return (
    <div>
      <p className={classes.who}>{person.name}</p>
      <dl className={classes.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {person.optedOut && <p className={classes.soft}>{t`Đã đề nghị không nhận tin.`}</p>}
    </div>
  )
}
