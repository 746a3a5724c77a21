import { Button } from '@mantine/core'
import type { ByHandPerson, HandedView, HandReason } from '../../../../shared/delivery-types.ts'
import { campaignPath } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import classes from '../../../shared/table.module.css'
import { HOW_WORDS, phoneWords } from '../person-words.ts'
import { shortMoment } from '../short-moment.ts'
import { useChange } from '../use-change.ts'

const REASONS: Record<HandReason, string> = {
  'no-address': 'Không có địa chỉ',
  'address-failed': 'Thư bị trả lại hoặc số không dùng Zalo',
  'link-replaced': 'Đường dẫn vừa được cấp lại',
  failed: 'Tin không gửi được',
  unknown: 'Chưa rõ đã tới',
  'not-sent': 'Chưa gửi tin nào',
  waiting: 'Tin đang chờ gửi',
  reached: 'Đã có tin, chưa trả lời',
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
            <th scope="col">Họ và tên</th>
            <th scope="col">Đơn vị đánh giá</th>
            <th scope="col">Điện thoại</th>
            <th scope="col">Vì sao</th>
            <th scope="col">Đã gửi tay</th>
            <th scope="col" className={classes.number}>
              Việc
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{person.units.map(({ name }) => name).join('; ')}</td>
              <td>{person.phone ? phoneWords(person.phone) : 'không có số'}</td>
              <td>{REASONS[person.reason]}</td>
              <td data-label="Đã gửi tay">
                {person.handed ? (
                  <>
                    {HOW_WORDS[person.handed.how]}, {shortMoment(person.handed.at)}
                    <small>{person.handed.by}</small>
                  </>
                ) : (
                  'chưa'
                )}
              </td>
              <td>
                <div className={classes.acts}>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`${person.handed ? 'Lấy lại lời nhắn' : 'Lấy lời nhắn'} cho ${person.name}`}
                    onClick={() => onWrite(person)}
                  >
                    {person.handed ? 'Lấy lại lời nhắn' : 'Lấy lời nhắn'}
                  </Button>
                  {person.handed && (
                    <Button
                      size="xs"
                      variant="subtle"
                      color="gray"
                      aria-label={`Bỏ đánh dấu ${person.name}`}
                      loading={unmark.isPending && unmark.variables.path.includes(`/${person.id}/`)}
                      onClick={() =>
                        unmark.mutate({
                          path: campaignPath(code, `/by-hand/${encodeURIComponent(person.id)}/handed`),
                          method: 'DELETE',
                        })
                      }
                    >
                      Bỏ đánh dấu
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
