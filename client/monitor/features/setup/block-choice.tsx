/** Which block a view shows; remembered while one goes from view to view. */
import { NativeSelect } from '@mantine/core'
import { SegmentedControl } from '../../shared/segmented-control.ts'
import { useKeptChoice } from '../../shared/use-kept-choice.ts'
import { t } from '../../words/t.ts'
import { BLOCKS, rowsOf } from './draft/draft.ts'
import { cellOf, type Row } from './sheet/sheet.ts'
import { useSetup } from './state/setup-context.ts'

/** What fits beside each other on a phone. */
const MOST_LETTERS = 28

/** The row of the chosen block, and a way to choose another; undefined when there is no block at all. */
export function useBlock(): [Row | undefined, (id: string) => void] {
  const { draft, code } = useSetup()
  const [chosen, choose] = useKeptChoice(`phieu-block:${code}`)
  const blocks = rowsOf(draft, BLOCKS)
  return [blocks.find(({ id }) => id === chosen) ?? blocks[0], choose]
}

export function BlockChoice({ block, onChoose }: { block: Row; onChoose: (id: string) => void }) {
  const { draft } = useSetup()
  const blocks = rowsOf(draft, BLOCKS)
  if (blocks.length < 2) return null
  const data = blocks.map((row, at) => ({ value: row.id, label: cellOf(row, 'name') || t`Khối ${at + 1}` }))
  if (data.reduce((length, { label }) => length + label.length, 0) > MOST_LETTERS) {
    return (
      <NativeSelect
        aria-label={t`Chọn khối`}
        data={data}
        value={block.id}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    )
  }
  return <SegmentedControl aria-label={t`Chọn khối`} data={data} value={block.id} onChange={onChoose} />
}
