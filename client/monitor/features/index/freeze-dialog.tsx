/** Freezes the index for good, after the campaign's code is typed. */

import { Modal } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { ApiError } from '../../../shared/call-api.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import type { IndexBlock, IndexDocument } from '../../../shared/index-types.ts'
import classes from '../../shared/act-form.module.css'
import { ActForm } from '../../shared/act-form.tsx'
import { ActList } from '../../shared/act-list.tsx'
import { useAct } from '../../shared/use-act.ts'
import { t } from '../../words/t.ts'
import { figuresOf } from './block-figures.ts'

type FreezeDialogProps = { index: IndexDocument; opened: boolean; onClose: () => void }

export function FreezeDialog({ index, opened, onClose }: FreezeDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Chốt Chỉ số`} size="lg">
      <FreezeForm index={index} onDone={onClose} />
    </Modal>
  )
}

function FreezeForm({ index, onDone }: { index: IndexDocument; onDone: () => void }) {
  const { code } = useParams({ from: '/campaigns/$code' })
  const freeze = useAct<IndexDocument>(code, '/index/freeze')
  const units = index.blocks.flatMap((block) => block.units)
  const incomplete = units.filter((unit) => !unit.complete)
  return (
    <ActForm
      submit={t`Chốt Chỉ số`}
      busy={freeze.isPending}
      error={freeze.error}
      advice={<Missing error={freeze.error} />}
      onSubmit={() => freeze.mutate({}, { onSuccess: onDone })}
      onCancel={onDone}
      word={code}
      irreversible={[
        t`Điểm, xếp hạng và xếp loại được giữ nguyên mãi mãi dưới một mã kiểm tra.`,
        t`Sau đó không nhập thêm được điểm thẩm định, điểm nguồn bên ngoài hay kết quả năm trước.`,
      ]}
    >
      <p className={classes.big}>
        {t`Chốt Chỉ số năm ${index.year} của `}
        <b>{t`${formatCount(units.length)} đơn vị`}</b>.
      </p>
      <ActList
        label={t`Xếp loại`}
        rows={index.blocks.map((block) => ({ key: block.code, name: block.name, said: classesOf(block, index) }))}
      />
      {incomplete.length > 0 && (
        <p className={classes.soft}>
          {t`${formatCount(incomplete.length)} đơn vị không đủ điểm khảo sát và được chốt như hiện có: ${incomplete.map(({ name }) => name).join(', ')}.`}
        </p>
      )}
      {index.sets.past === null && (
        <p
          className={classes.soft}
        >{t`Chưa có kết quả năm ${index.year - 1}: bản chốt sẽ không so sánh với năm trước.`}</p>
      )}
    </ActForm>
  )
}

const classesOf = (block: IndexBlock, { rules }: IndexDocument): string =>
  figuresOf(block, rules)
    .classes.filter(({ units }) => units > 0)
    .map(({ code, units }) => t`${units} loại ${code}`)
    .join(', ') || t`${block.units.length} đơn vị`

/** Units that still miss points, as the refusal names them. */
function Missing({ error }: { error: unknown }) {
  const details =
    error instanceof ApiError ? (error.details as { missing?: { name: string }[] } | undefined) : undefined
  if (!details?.missing) return null
  return <p>{details.missing.map(({ name }) => name).join(', ')}.</p>
}
