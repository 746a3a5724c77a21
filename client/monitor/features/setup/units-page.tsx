/** Blocks with their units, whom these continue, and the groups that are asked. */
import { Button, NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { PlusIcon } from '../../shared/icons.tsx'
import page from '../../shared/page.module.css'
import { t } from '../../words/t.ts'
import { BlockChoice, useBlock } from './block-choice.tsx'
import { columnName } from './column-words.ts'
import { addBlock, removeBlock } from './draft/blocks.ts'
import { BLOCKS, newId, rowsOf, sheetOf } from './draft/draft.ts'
import { NO_PREDECESSOR } from './draft/draft-of.ts'
import classes from './setup.module.css'
import type { Column } from './sheet/column.ts'
import { cellOf } from './sheet/sheet.ts'
import { SheetPanel } from './sheet-panel.tsx'
import { useSetup } from './state/setup-context.ts'
import { useEarlierUnits } from './units/earlier-units.ts'
import { predecessorColumns } from './units/predecessor-columns.ts'

const WEIGHTINGS = [
  { value: 'pooled', label: t`Gộp chung mọi phiếu` },
  { value: 'fixed', label: t`Theo trọng số từng nhóm` },
]
const BLOCK_COLUMNS: Column[] = [
  { key: 'code', name: columnName(BLOCKS, 'code'), kind: 'text', width: 110 },
  { key: 'name', name: columnName(BLOCKS, 'name'), kind: 'long', width: 260 },
  { key: 'weighting', name: columnName(BLOCKS, 'weighting'), kind: 'choice', width: 220, options: WEIGHTINGS },
]
const UNIT_COLUMNS: Column[] = [
  { key: 'code', name: columnName('units', 'code'), kind: 'text', width: 100 },
  { key: 'name', name: columnName('units', 'name'), kind: 'long', width: 260 },
  { key: 'aliases', name: columnName('units', 'aliases'), kind: 'long', width: 240 },
]
const GROUP_COLUMNS: Column[] = [
  { key: 'code', name: columnName('groups', 'code'), kind: 'text', width: 100 },
  { key: 'name', name: columnName('groups', 'name'), kind: 'long', width: 300 },
  { key: 'aliases', name: columnName('groups', 'aliases'), kind: 'long', width: 260 },
]
const WEIGHT: Column = { key: 'weight', name: columnName('groups', 'weight'), kind: 'number', width: 90 }

export function UnitsPage() {
  const { draft, readOnly, replace, base } = useSetup()
  const [block, choose] = useBlock()
  const earlier = useEarlierUnits()
  // Columns stay while what they are made of stays, or every cell is drawn anew at each letter.
  const unitColumns = useMemo(() => [...UNIT_COLUMNS, ...predecessorColumns(earlier.units)], [earlier.units])
  const blocks = rowsOf(draft, BLOCKS)
  const fixed = block && cellOf(block, 'weighting') === 'fixed'
  const add = () => {
    const id = newId()
    replace(addBlock(draft, id, t`Khối mới`))
    choose(id)
  }
  return (
    <div className={page.stack}>
      <SheetPanel
        sheet={BLOCKS}
        columns={BLOCK_COLUMNS}
        adds={[]}
        about={t`Mỗi khối có đơn vị, nhóm đối tượng và câu hỏi riêng; đơn vị chỉ xếp hạng với đơn vị cùng khối.`}
      />
      <div className={classes.row}>
        {block && <BlockChoice block={block} onChoose={choose} />}
        {!readOnly && (
          <div className={page.row}>
            <Button size="xs" variant="light" leftSection={<PlusIcon size={14} />} onClick={add}>
              {t`Thêm khối`}
            </Button>
            {block && blocks.length > 1 && (
              <Button size="xs" variant="default" onClick={() => replace(removeBlock(draft, block.id))}>
                {t`Xóa ${cellOf(block, 'name') || t`khối này`}`}
              </Button>
            )}
          </div>
        )}
      </div>
      {block && (
        <>
          <SheetPanel
            sheet={sheetOf(block.id, 'units')}
            columns={unitColumns}
            whole={false}
            adds={[{ words: t`Thêm đơn vị` }]}
            about={
              <>
                {t`Dán được cả khối ô từ Excel. Nhiều tên gọi khác cách nhau bằng dấu chấm phẩy.`}{' '}
                {t`Kế thừa năm trước: để trống là nối với đơn vị cùng mã, ghi mã khác nếu mã đã đổi, ghi ${NO_PREDECESSOR} nếu không nối với đơn vị nào.`}
                {base.copiedFrom && ` ${t`Bộ này lấy theo đợt ${base.copiedFrom}.`}`}
              </>
            }
            above={
              !readOnly &&
              earlier.campaigns.length > 0 && (
                <NativeSelect
                  className={classes.earlier ?? ''}
                  label={t`Xem tên đơn vị năm trước theo đợt`}
                  data={[
                    { value: '', label: t`Chưa chọn đợt nào` },
                    ...earlier.campaigns.map(({ code, title }) => ({ value: code, label: `${code} · ${title}` })),
                  ]}
                  value={earlier.campaign}
                  onChange={(event) => earlier.choose(event.currentTarget.value)}
                />
              )
            }
          />
          <SheetPanel
            sheet={sheetOf(block.id, 'groups')}
            columns={fixed ? [...GROUP_COLUMNS, WEIGHT] : GROUP_COLUMNS}
            adds={[{ words: t`Thêm nhóm` }]}
            about={t`Nhóm mới được hỏi mọi câu; bỏ bớt ở mục Câu hỏi và tiêu chí. Các nhóm được hỏi giống nhau dùng chung một phiếu.`}
          />
        </>
      )}
    </div>
  )
}
