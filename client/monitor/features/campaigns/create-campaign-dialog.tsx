/** A new campaign from a definition, or from last year's campaign; what is taken over is shown before it is chosen. */

import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { CampaignSummary, DefinitionView } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import { campaignsQuery } from '../../shared/campaign-queries.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { isCode } from '../../shared/is-code.ts'
import { MomentField, momentAhead } from '../../shared/moment-field.tsx'
import page from '../../shared/page.module.css'
import { parseMoment } from '../../shared/parse-moment.ts'
import { request } from '../../shared/request.ts'
import { useSingleMutation } from '../../shared/use-single-mutation.ts'
import { t } from '../../words/t.ts'
import { proposeCode, yearAfter } from './propose-code.ts'

const DEFAULT_CELL = 5
const LONGEST_TITLE = 200
const FEW = 3
const CELLS = { least: 3, most: 50 }
/** Marks a campaign among the things to begin with. */
const FROM = 'campaign:'
const COPIED = t`Lấy theo toàn bộ đơn vị, nhóm, câu hỏi và điểm của đợt đó cho năm sau; mỗi đơn vị nối với đơn vị cùng mã. Danh sách người không lấy theo. Sửa tiếp ở mục Thiết lập.`
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

function contentsOf({ blocks }: DefinitionView): string {
  const units = sum(blocks.map((block) => block.units))
  const questions = Math.max(0, ...blocks.map((block) => block.questions))
  return t`${blocks.length} khối, ${formatCount(units)} đơn vị được đánh giá, nhiều nhất ${questions} câu hỏi mỗi phiếu.`
}

/** A file that cannot be read as a definition at all may have hundreds. */
function problemWords(problems: DefinitionView['problems']): string {
  const words = problems.slice(0, FEW).map(({ problem }) => problem)
  return [...words, ...(problems.length > FEW ? [t`… và ${formatCount(problems.length - FEW)} chỗ khác`] : [])].join(
    '; ',
  )
}

function sourcesOf(definitions: DefinitionView[], campaigns: CampaignSummary[]) {
  const ready = definitions.map(({ slug: value, title: label }) => ({ value, label }))
  if (campaigns.length === 0) return ready
  const before = campaigns.map(({ code, title }) => ({ value: FROM + code, label: `${title} (${code})` }))
  return [
    { group: t`Bộ có sẵn`, items: ready },
    { group: t`Theo đợt trước`, items: before },
  ]
}

export function CreateCampaignDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Tạo đợt điều tra`} size="lg">
      <CreateCampaignForm onClose={onClose} />
    </Modal>
  )
}

function CreateCampaignForm({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const definitions = useQuery({
    queryKey: ['definitions'],
    queryFn: ({ signal }) => request<DefinitionView[]>('/api/definitions', { signal }),
  })
  const campaigns = useQuery(campaignsQuery)
  const [source, setSource] = useState('')
  const [typedTitle, setTitle] = useState<string | null>(null)
  const [typedCode, setCode] = useState<string | null>(null)
  const [closes, setCloses] = useState(() => momentAhead())
  const [typedCell, setCell] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const closesAt = parseMoment(closes)
  const closesWrong = closes.trim() !== '' && closesAt === null
  const before = campaigns.data?.find((campaign) => source === FROM + campaign.code)
  const chosen = before ? undefined : (definitions.data?.find(({ slug }) => slug === source) ?? definitions.data?.[0])
  const problems = chosen?.problems ?? []
  const title = typedTitle ?? (before ? yearAfter(before.title) : (chosen?.title ?? ''))
  const code = typedCode ?? proposeCode(before ? yearAfter(before.code) : (chosen?.slug ?? ''))
  const cell = typedCell ?? String(before?.minimumCell ?? DEFAULT_CELL)

  const create = useSingleMutation({
    mutationFn: () =>
      request<CampaignSummary>('/api/campaigns', {
        method: 'POST',
        json: {
          ...(before ? { from: before.code } : { definition: chosen?.slug }),
          code: code.trim(),
          title: title.trim(),
          minimumCell: Number(cell),
          ...(closesAt ? { closesAt } : {}),
        },
      }),
    onSuccess: async (made) => {
      void client.invalidateQueries({ queryKey: ['campaigns'] })
      onClose()
      await navigate({ to: '/campaigns/$code', params: { code: made.code } })
    },
  })
  const titleMissing = title.trim() === ''
  // Also one that comes from the set or from last year.
  const titleLong = title.trim().length > LONGEST_TITLE
  const codeWrong = !isCode(code.trim())
  const cellWrong = !/^\d+$/.test(cell.trim()) || Number(cell) < CELLS.least || Number(cell) > CELLS.most
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!titleMissing && !titleLong && !codeWrong && !cellWrong) create.mutate()
  }

  return (
    <form className={page.stack} onSubmit={submit} noValidate>
      <ErrorNote error={definitions.error} onRetry={() => void definitions.refetch()} />
      <NativeSelect
        label={t`Bộ câu hỏi và tiêu chí`}
        description={before ? COPIED : chosen ? contentsOf(chosen) : t`Đang tải…`}
        data={sourcesOf(definitions.data ?? [], campaigns.data ?? [])}
        value={before ? source : (chosen?.slug ?? '')}
        onChange={(event) => setSource(event.currentTarget.value)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-autofocus
        error={problems.length > 0 && t`Bộ này chưa dùng được: ${problemWords(problems)}`}
      />
      <TextInput
        label={t`Tên đợt điều tra`}
        required
        withAsterisk={false}
        error={
          titleLong
            ? t`Tên dài nhất ${LONGEST_TITLE} ký tự, đang có ${title.trim().length}.`
            : tried && titleMissing && t`Hãy ghi tên đợt điều tra.`
        }
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t`Mã`}
        description={t`Dùng trong địa chỉ và khi trao đổi với phần mềm khác; không đổi được về sau.`}
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        onBlur={() => code.trim() === '' && title.trim() !== '' && setCode(proposeCode(title))}
        error={
          codeWrong &&
          (tried || code.trim() !== '') &&
          t`Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang hoặc gạch dưới, không có dấu cách; bắt đầu bằng chữ hoặc số; nhiều nhất 32 ký tự. Ví dụ: ${proposeCode(title) || 'khao-sat-2026'}.`
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <MomentField
        label={t`Hạn trả lời`}
        description={t`Ngày/tháng/năm và giờ Việt Nam. Để trống nếu chưa định hạn.`}
        value={closes}
        onChange={setCloses}
      />
      <TextInput
        label={t`Số phiếu tối thiểu để hiện điểm`}
        description={t`Không con số nào được công bố khi dưới số phiếu này, để không ai đoán được ai trả lời gì. Không dưới 3.`}
        type="number"
        min={CELLS.least}
        max={CELLS.most}
        error={cellWrong && t`Phải là số nguyên từ ${CELLS.least} tới ${CELLS.most}.`}
        required
        withAsterisk={false}
        value={cell}
        onChange={(event) => setCell(event.currentTarget.value)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <ErrorNote error={create.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t`Hủy`}
        </Button>
        <Button
          type="submit"
          loading={create.isPending}
          disabled={(!before && !chosen) || problems.length > 0 || closesWrong}
        >
          {t`Tạo đợt điều tra`}
        </Button>
      </Group>
    </form>
  )
}
