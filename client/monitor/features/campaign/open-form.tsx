import { Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { BlockProgress, OpenedView } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import classes from '../../shared/act-form.module.css'
import { ActDone, ActForm } from '../../shared/act-form.tsx'
import { ActList } from '../../shared/act-list.tsx'
import { campaignQuery, useProgress } from '../../shared/campaign-queries.ts'
import { WarnIcon } from '../../shared/icons.tsx'
import { sampleValues } from '../../shared/sample-values.ts'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import { definitionQuery } from '../setup/state/setup-calls.ts'
import type { ActFormProps } from './act-form-props.ts'
import { MergedGroups } from './merged-groups.tsx'
import { TooSmallUnits, tooSmallUnits } from './too-small-units.tsx'

const PROGRESS_MS = 700

export function OpenForm({ campaign, onDone }: ActFormProps) {
  const open = useAct<OpenedView>(campaign.code, '/open')
  const { respondents, invitations } = campaign.rosterCount
  const blocks = useProgress(campaign.code).data?.blocks ?? []
  const tooSmall = tooSmallUnits(open.error)
  if (open.data)
    return (
      <Opened opened={open.data} onDone={onDone}>
        <MergedGroups blocks={blocks} minimum={campaign.minimumCell} done />
      </Opened>
    )
  return (
    <ActForm
      submit={t`Mở với ${formatCount(invitations)} phiếu`}
      busy={open.isPending}
      error={open.error}
      advice={tooSmall.length > 0 && <TooSmallUnits campaign={campaign} units={tooSmall} onLeave={onDone} />}
      onSubmit={() => open.mutate({})}
      onCancel={onDone}
      word={t`mở`}
      irreversible={[
        t`Danh sách và bộ câu hỏi được khóa lại: không thêm, sửa hay bỏ ai được nữa.`,
        t`Đợt điều tra đã mở không quay về bản soạn được.`,
      ]}
    >
      <p className={classes.big}>
        <b>{t`${formatCount(invitations)} phiếu`}</b>
        {t` sẽ được phát cho `}
        <b>{t`${formatCount(respondents)} người`}</b>
        {t`. Chưa ai nhận được tin nhắn nào cho tới khi bạn gửi lượt mời.`}
      </p>
      <MergedGroups blocks={blocks} minimum={campaign.minimumCell} done={false} />
      <EmptyUnits code={campaign.code} blocks={blocks} />
      <SampleLeft code={campaign.code} />
      {open.isPending && <Opening code={campaign.code} />}
    </ActForm>
  )
}

/** Nobody can be added any more: units without anybody on the list never get points of this survey. `blocks` leaves them out. */
function EmptyUnits({ code, blocks }: { code: string; blocks: BlockProgress[] }) {
  const { data } = useQuery(definitionQuery(code))
  const units = data?.definition.blocks.flatMap(({ units }) => units) ?? []
  const listed = new Set(blocks.flatMap(({ units }) => units).map((unit) => unit.code))
  const empty = units.filter((unit) => !listed.has(unit.code))
  // While who is on the list is not known yet, nothing is said of anybody.
  if (empty.length === 0 || listed.size === 0) return null
  return (
    <div>
      <div className={classes.doubt} role="note">
        <WarnIcon />
        <p>{t`${formatCount(empty.length)} trong ${formatCount(units.length)} đơn vị chưa có ai trong danh sách, nên sẽ không có điểm khảo sát:`}</p>
      </div>
      <ActList label={t`Đơn vị chưa có ai`} rows={empty.map(({ code, name }) => ({ key: code, name, said: '' }))} />
    </div>
  )
}

/** Opening freezes these: respondents would read the example's office and telephone. */
function SampleLeft({ code }: { code: string }) {
  const { data } = useQuery(definitionQuery(code))
  const left = data ? sampleValues(data.definition) : []
  if (left.length === 0) return null
  return (
    <div className={classes.doubt} role="note">
      <WarnIcon />
      <div>
        <p>{t`Còn nội dung của bộ ví dụ mà người trả lời sẽ đọc; mở rồi thì không sửa được. Nên sửa ở mục Thiết lập trước khi mở:`}</p>
        <ul>
          {left.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Each unit and group gets its own key, which takes a while; the server says how far it has come. */
function Opening({ code }: { code: string }) {
  const { data } = useQuery({ ...campaignQuery(code), refetchInterval: PROGRESS_MS })
  const { done, total } = data?.opening ?? { done: 0, total: 0 }
  return (
    <div role="status">
      <Progress value={total > 0 ? (done / total) * 100 : 0} aria-label={t`Tiến độ mở đợt điều tra`} />
      <p className={classes.soft}>
        {total > 0
          ? t`Đang tạo khóa cho hòm phiếu ${formatCount(done)} / ${formatCount(total)}…`
          : t`Đang chuẩn bị hòm phiếu…`}
      </p>
    </div>
  )
}

type OpenedProps = { opened: OpenedView; onDone: () => void; children: ReactNode }

function Opened({ opened, onDone, children }: OpenedProps) {
  return (
    <ActDone onDone={onDone}>
      <p className={classes.big}>
        {t`Đã mở với `}
        <b>{t`${formatCount(opened.invitations)} phiếu`}</b>
        {t`. Việc tiếp theo: gửi lượt mời.`}
      </p>
      {children}
    </ActDone>
  )
}
