import { Button } from '@mantine/core'
import type { ByHandPerson, HandedView, HandReason } from '../../../../shared/delivery-types.ts'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { phoneWords } from '../../../shared/phone-words.ts'
import classes from '../../../shared/table.module.css'
import { t } from '../../../words/t.ts'
import { HOW_WORDS } from '../person-words.ts'
import { shortMoment } from '../short-moment.ts'
import { useChange } from '../use-change.ts'

const REASONS: Record<HandReason, string> = {
  'no-address': t`Không có địa chỉ`,
  'address-failed': t`Thư bị trả lại hoặc số không dùng Zalo`,
  'link-replaced': t`Đường dẫn vừa được cấp lại`,
  failed: t`Tin không gửi được`,
  unknown: t`Chưa rõ đã tới`,
  'not-sent': t`Chưa gửi tin nào`,
  waiting: t`Tin đang chờ gửi`,
  reached: t`Đã có tin, chưa trả lời`,
}

type HandTableProps = { code: string; people: ByHandPerson[]; onWrite: (person: ByHandPerson) => void }

export function HandTable({ code, people, onWrite }: HandTableProps) {
  const unmark = useChange<HandedView>(code)
  return (
    <>
      <ErrorNote error={unmark.error} />
      <table className={`${classes.table} ${classes.cards}`}>
        <thead>
          <tr>
            <th scope="col">{t`Họ và tên`}</th>
            <th scope="col">{t`Đơn vị đánh giá`}</th>
            <th scope="col">{t`Điện thoại`}</th>
            <th scope="col">{t`Vì sao`}</th>
            <th scope="col">{t`Đã gửi tay`}</th>
            <th scope="col" className={classes.number}>
              {t`Việc`}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{person.units.map(({ name }) => name).join('; ')}</td>
              <td>{person.phone ? phoneWords(person.phone) : t`không có số`}</td>
              <td>{REASONS[person.reason]}</td>
              <td data-label={t`Đã gửi tay`}>
                {person.handed ? (
                  <>
                    {HOW_WORDS[person.handed.how]}, {shortMoment(person.handed.at)}
                    <small>{person.handed.by}</small>
                  </>
                ) : (
                  t`chưa`
                )}
              </td>
              <td>
                <div className={classes.acts}>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t`${person.handed ? t`Lấy lại lời nhắn` : t`Lấy lời nhắn`} cho ${person.name}`}
                    onClick={() => onWrite(person)}
                  >
                    {person.handed ? t`Lấy lại lời nhắn` : t`Lấy lời nhắn`}
                  </Button>
                  {person.handed && (
                    <Button
                      size="xs"
                      variant="subtle"
                      color="gray"
                      aria-label={t`Bỏ đánh dấu ${person.name}`}
                      loading={unmark.isPending && unmark.variables.path.includes(`/${person.id}/`)}
                      onClick={() =>
                        unmark.mutate({
                          path: campaignPath(code, `/by-hand/${encodeURIComponent(person.id)}/handed`),
                          method: 'DELETE',
                        })
                      }
                    >
                      {t`Bỏ đánh dấu`}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
