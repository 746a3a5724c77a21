/** Messages of which nobody can tell whether they arrived. A machine would have to guess; a person settles them one by one. */

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SettledView, UnknownView } from '../../../../shared/delivery-types.ts'
import { formatCount } from '../../../../shared/format-vi.ts'
import { CHANNELS_IN_WORDS, DELIVERY_STATE_NAMES } from '../../../shared/channel-names.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { Panel } from '../../../shared/panel.tsx'
import classes from '../../../shared/table.module.css'
import { t } from '../../../words/t.ts'
import { useUnknown } from '../delivery-queries.ts'
import { Note } from '../note.tsx'
import { Pages } from '../pages.tsx'
import { shortMoment } from '../short-moment.ts'
import { SettleDialog } from './settle-dialog.tsx'

type Unsettled = UnknownView['deliveries'][number]

type UnknownListProps = { code: string; count: number; mayChange: boolean }

export function UnknownList({ code, count, mayChange }: UnknownListProps) {
  const [page, setPage] = useState(1)
  const unknown = useUnknown(code, page, count)
  const [chosen, setChosen] = useState<Unsettled | null>(null)
  const [asking, setAsking] = useState(false)
  const [settled, setSettled] = useState<{ name: string; state: SettledView['state'] } | null>(null)
  const list = unknown.data
  if (!list || (list.total === 0 && !settled && !asking)) return <ErrorNote error={unknown.error} />
  return (
    <Panel flush title={t`Chưa rõ đã tới: ${formatCount(list.total)} tin`} label={t`Tin chưa rõ đã tới`}>
      {settled && (
        <div style={{ padding: '0 20px 12px' }}>
          <Note>{t`Đã ghi cho ${settled.name}: ${DELIVERY_STATE_NAMES[settled.state].toLowerCase()}.`}</Note>
        </div>
      )}
      {list.total > 0 && (
        <>
          <p className={classes.empty}>
            {t`${reasonOf(list.deliveries)} Hệ thống không tự gửi lại để không ai nhận hai lần. Hãy hỏi người nhận hoặc xem báo cáo của Zalo, của máy chủ thư, rồi ghi lại từng tin.`}
          </p>
          <table className={`${classes.table} ${classes.cards}`}>
            <thead>
              <tr>
                <th scope="col">{t`Người nhận`}</th>
                <th scope="col">{t`Lượt và kênh`}</th>
                <th scope="col">{t`Gửi lúc`}</th>
                <th scope="col">{t`Vì sao chưa rõ`}</th>
                {mayChange && (
                  <th scope="col" className={classes.number}>
                    {t`Xử lý`}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {list.deliveries.map((delivery) => (
                <tr key={delivery.id}>
                  <th scope="row">
                    {delivery.person.name}
                    <small>{delivery.address}</small>
                  </th>
                  <td data-label={t`Lượt`}>
                    {delivery.wave}, {CHANNELS_IN_WORDS[delivery.channel]}
                  </td>
                  <td data-label={t`Gửi lúc`}>{delivery.claimedAt ? shortMoment(delivery.claimedAt) : t`không rõ`}</td>
                  <td>{delivery.title}</td>
                  {mayChange && (
                    <td className={classes.number}>
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={t`Xử lý tin của ${delivery.person.name}`}
                        onClick={() => {
                          setSettled(null)
                          setChosen(delivery)
                          setAsking(true)
                        }}
                      >
                        {t`Xử lý`}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          <Pages page={page} perPage={list.perPage} total={list.total} what="tin" onPage={setPage} />
        </>
      )}
      {chosen && (
        <SettleDialog
          code={code}
          delivery={chosen}
          opened={asking}
          onClose={() => setAsking(false)}
          onSettled={(state) => {
            setAsking(false)
            setSettled({ name: chosen.person.name, state })
            if (list.deliveries.length === 1 && page > 1) setPage(page - 1)
          }}
        />
      )}
    </Panel>
  )
}

/** The one cause that all have, else that each row has its own. */
function reasonOf(deliveries: Unsettled[]): string {
  const [title, ...others] = [...new Set(deliveries.map((delivery) => delivery.title))]
  return title && others.length === 0 ? `${title}.` : t`Vì sao không biết tin đã đi hay chưa, xem ở từng dòng.`
}
