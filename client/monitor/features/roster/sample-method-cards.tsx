/** Three ways to a sample's size, each with its formula; the bounds and the groups that are taken whole. */
import '@mantine/core/styles/Radio.css'
import { Checkbox, Radio, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SampleReport } from '../../../shared/sample-types.ts'
import { t } from '../../words/t.ts'
import classes from './sample.module.css'
import type { DraftProblems, MethodKind, SampleDraft } from './sample-draft.ts'

type SampleMethodCardsProps = {
  draft: SampleDraft
  problems: DraftProblems
  list: Pick<SampleReport, 'strata' | 'names'>
  onChange: (draft: SampleDraft) => void
}

export function SampleMethodCards({ draft, problems, list, onChange }: SampleMethodCardsProps) {
  const set = (change: Partial<SampleDraft>) => onChange({ ...draft, ...change })
  const groups = [...new Set(list.strata.map(({ group }) => group))]
  const field = (name: 'margin' | 'share' | 'atLeast' | 'atMost', label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      value={draft[name]}
      error={problems[name]}
      inputMode="decimal"
      className={classes.number ?? ''}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <Radio.Group
        label={t`Cách tính cỡ mẫu`}
        value={draft.kind}
        onChange={(kind) => set({ kind: kind as MethodKind })}
      >
        <div className={classes.cards}>
          <Card kind="margin" draft={draft} name={t`Theo sai số`} formula="n = N / (1 + N·e²)">
            <p>{t`Công thức Yamane: nhóm càng đông, tỷ lệ cần hỏi càng nhỏ. N là số người của nhóm trong đơn vị, e là sai số, độ tin cậy 95 %.`}</p>
            {draft.kind === 'margin' && field('margin', t`Sai số e (%)`)}
          </Card>
          <Card kind="share" draft={draft} name={t`Tỷ lệ cố định`} formula="n = N·p">
            <p>{t`Mọi nhóm lấy cùng một tỷ lệ, làm tròn lên.`}</p>
            {draft.kind === 'share' && field('share', t`Tỷ lệ p (%)`)}
          </Card>
          <Card kind="everybody" draft={draft} name={t`Tất cả mọi người`} formula="n = N">
            <p>{t`Không rút: cả danh sách được hỏi.`}</p>
          </Card>
        </div>
      </Radio.Group>
      {draft.kind !== 'everybody' && (
        <div className={classes.bounds}>
          {field('atLeast', t`Ít nhất mỗi nhóm`, t`Nhóm có ít người hơn thì lấy cả nhóm.`)}
          {field('atMost', t`Nhiều nhất mỗi nhóm`, t`Để trống nếu không giới hạn.`)}
          <Checkbox.Group
            label={t`Lấy tất cả ở các nhóm`}
            value={draft.whole}
            onChange={(whole) => set({ whole })}
            className={classes.whole ?? ''}
          >
            <div className={classes.groups}>
              {groups.map((group) => (
                <Checkbox key={group} value={group} label={list.names.groups[group] ?? group} />
              ))}
            </div>
          </Checkbox.Group>
        </div>
      )}
    </>
  )
}

type CardProps = { kind: MethodKind; draft: SampleDraft; name: string; formula: string; children: ReactNode }

const Card = ({ kind, draft, name, formula, children }: CardProps) => (
  <div className={classes.card} data-chosen={draft.kind === kind || undefined}>
    <Radio value={kind} label={name} className={classes.choice ?? ''} />
    <p className={classes.formula}>{formula}</p>
    {children}
  </div>
)
