/** Requests of respondents: the open ones by due day, then what was done. */
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { PrivacyRequest, PrivacyRequests } from '../../../shared/privacy-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PlusIcon } from '../../shared/icons.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import table from '../../shared/table.module.css'
import { t } from '../../words/t.ts'
import { NewRequestForm } from './new-request-form.tsx'
import classes from './privacy.module.css'
import { useRequests } from './privacy-queries.ts'
import { KIND_NAMES, nobodyWords, stateOf, VIA_NAMES, writeDay } from './privacy-words.ts'
import { RequestCard } from './request-card.tsx'

export function RequestsPanel({ code }: { code: string }) {
  const mayChange = useMayChange()
  const { data, error, isLoading, refetch } = useRequests(code)
  const [shown, setShown] = useState<string | 'new' | null>(null)
  const request = data?.requests.find(({ id }) => id === shown)
  const close = () => setShown(null)
  return (
    <Panel
      flush
      title={t`Yêu cầu của người được khảo sát`}
      aside={
        mayChange && (
          <Button leftSection={<PlusIcon size={16} />} onClick={() => setShown('new')} disabled={!data}>
            {t`Ghi yêu cầu`}
          </Button>
        )
      }
    >
      {error && (
        <div className={classes.inside}>
          <ErrorNote error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {isLoading && <PageLoading />}
      {data && <RequestsTable data={data} onShow={setShown} />}
      <Modal opened={shown === 'new'} onClose={close} title={t`Ghi yêu cầu`} size="lg">
        {data && <NewRequestForm code={code} data={data} onCancel={close} onDone={setShown} />}
      </Modal>
      <Modal opened={request !== undefined} onClose={close} title={request && KIND_NAMES[request.kind]} size="lg">
        {request && <RequestCard key={request.id} code={code} request={request} mayChange={mayChange} />}
      </Modal>
    </Panel>
  )
}

function RequestsTable({ data, onShow }: { data: PrivacyRequests; onShow: (id: string) => void }) {
  if (data.requests.length === 0)
    return (
      <p className={table.empty}>
        {t`Chưa có ai yêu cầu. Khi có người gọi, viết thư hay tới gặp, bấm Ghi yêu cầu: hệ thống tính hạn và nhắc khi quá hạn.`}
      </p>
    )
  return (
    <>
      <p className={classes.summary} role="status">
        {t`${formatCount(data.open)} yêu cầu đang giải quyết`}
        {data.overdue > 0 && <strong className={classes.late}>{t`, ${formatCount(data.overdue)} quá hạn`}</strong>}
        {'. '}
        {t`Báo cho người yêu cầu biết đã nhận trong 2 ngày làm việc.`}
      </p>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{t`Yêu cầu`}</th>
            <th scope="col">{t`Người yêu cầu`}</th>
            <th scope="col">{t`Nhận`}</th>
            <th scope="col">{t`Hạn`}</th>
            <th scope="col">{t`Tình trạng`}</th>
          </tr>
        </thead>
        <tbody>
          {data.requests.map((request) => (
            <RequestRow key={request.id} request={request} onShow={onShow} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function RequestRow({ request, onShow }: { request: PrivacyRequest; onShow: (id: string) => void }) {
  const { id, kind, via, person, receivedOn, dueOn, state, closedOn } = request
  const { tone, words } = stateOf(request)
  return (
    <tr>
      <th scope="row">
        <button type="button" className={classes.open} onClick={() => onShow(id)}>
          {KIND_NAMES[kind]}
        </button>
        <small>{VIA_NAMES[via]}</small>
      </th>
      <td>{person ? person.name : <span className={classes.soft}>{nobodyWords(request)}</span>}</td>
      <td data-label={t`Nhận`} className={table.short}>
        {writeDay(receivedOn)}
      </td>
      <td data-label={state === 'open' ? t`Hạn` : undefined} className={table.short}>
        {state === 'open' ? writeDay(dueOn) : closedOn && t`xong ${writeDay(closedOn)}`}
      </td>
      <td>
        <StatePill tone={tone} words={words} />
      </td>
    </tr>
  )
}
