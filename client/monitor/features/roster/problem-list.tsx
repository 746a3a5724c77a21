/** Everything that is wrong in a file, in plain words, mended here and looked at again with the file. */
import { Button } from '@mantine/core'
import { useId, useMemo } from 'react'
import { formatCount } from '../../../shared/format-vi.ts'
import type { Correction, RosterCatalogue, RosterReport } from '../../../shared/roster-types.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import boxed from '../../shared/scroll-table.module.css'
import { ScrollTable } from '../../shared/scroll-table.tsx'
import { toTsv } from '../../shared/to-tsv.ts'
import { t } from '../../words/t.ts'
import { columnName } from './column-names.ts'
import { groupProblems, namedBy, type Place } from './group-problems.ts'
import classes from './problem-list.module.css'
import { ProblemRow } from './problem-row.tsx'

type ProblemListProps = {
  report: RosterReport
  corrections: Correction[]
  stale: boolean
  busy: boolean
  onMend: (corrections: Correction[]) => void
  onUnmend: (corrections: Correction[]) => void
  onCheck: () => void
}

/** More places than anybody mends on a screen. */
const SHOWN = 200
/** As many stand in the page; a longer list scrolls in itself, so that the buttons below stay near. */
const FEW = 12

export function ProblemList(props: ProblemListProps) {
  const { report, corrections, stale, busy, onCheck } = props
  const { rejected, catalogue } = report
  const wrong = useMemo(() => groupProblems(rejected), [rejected])
  const doubtful = useMemo(
    () => groupProblems(report.warnings.filter(({ suggestions }) => suggestions && suggestions.length > 0)),
    [report.warnings],
  )
  // A row may be mended in several of its columns.
  const mendedRows = new Set(corrections.map(({ row }) => row)).size
  const header = [t`Dòng`, t`Cột`, t`Giá trị`, t`Cần sửa`]
  const copied = () =>
    toTsv([header, ...rejected.map((one) => [String(one.row), columnName(one.column), one.value, one.message])])
  return (
    <div className={classes.list}>
      {wrong.length > 0 && (
        <section aria-label={t`Chỗ cần sửa`}>
          <div className={boxed.head}>
            <p>
              <b>{t`${formatCount(wrong.length)} chỗ cần sửa.`}</b>{' '}
              {t`Sửa ngay tại đây rồi bấm Kiểm tra lại, hoặc sửa trong tệp rồi chọn lại tệp.`}
            </p>
            <CopyButton text={copied} />
          </div>
          <Places {...props} label={t`Dòng chưa đúng`} places={wrong} catalogue={catalogue} />
        </section>
      )}
      {doubtful.length > 0 && (
        <section aria-label={t`Chỗ nên xem lại`}>
          <div className={boxed.head}>
            <p>{t`${formatCount(doubtful.length)} chỗ có lẽ gõ nhầm; không sửa vẫn nhập được.`}</p>
          </div>
          <Places {...props} label={t`Chỗ nên xem lại`} places={doubtful} catalogue={catalogue} />
        </section>
      )}
      {corrections.length > 0 && (
        <div className={classes.foot}>
          <p role="status">
            {stale
              ? t`Đã sửa ${formatCount(mendedRows)} dòng, chưa kiểm tra lại.`
              : t`Đã sửa ${formatCount(mendedRows)} dòng của tệp này trên màn hình; tệp trên máy bạn không đổi.`}
          </p>
          {stale && (
            <Button loading={busy} onClick={onCheck}>
              {t`Kiểm tra lại`}
            </Button>
          )}
          {!stale && (
            <Button variant="subtle" color="gray" disabled={busy} onClick={() => props.onUnmend(corrections)}>
              {t`Bỏ các chỗ đã sửa`}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

const unique = (list: { name: string }[]) => [...new Set(list.map(({ name }) => name))]

/** Lists of names stand once in the page; the fields point to them. */
function Places(props: ProblemListProps & { label: string; places: Place[]; catalogue: RosterCatalogue }) {
  const { label, places, catalogue, corrections, busy, onMend, onUnmend } = props
  const id = useId()
  const lists = useMemo(
    () => ({
      unit: unique(catalogue.flatMap(({ units }) => units)),
      group: unique(catalogue.flatMap(({ groups }) => groups)),
    }),
    [catalogue],
  )
  const namesFor = (code: string) => {
    const kind = namedBy(code)
    return kind ? lists[kind] : undefined
  }
  const listOf = (code: string) => (namedBy(code) ? `${id}-${namedBy(code)}` : undefined)
  const mended = useMemo(() => mendedCells(corrections), [corrections])
  return (
    <>
      {Object.entries(lists).map(([kind, names]) => (
        <datalist key={kind} id={`${id}-${kind}`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ))}
      <ScrollTable
        box
        label={label}
        header={[t`Dòng`, t`Cột`, t`Giá trị`, t`Cần sửa`, t`Sửa thành`]}
        maxHeight={places.length > FEW ? 520 : undefined}
        className={classes.table}
      >
        {places.slice(0, SHOWN).map((place) => (
          <ProblemRow
            key={place.key}
            place={place}
            kept={mended.get(`${place.rows[0]} ${place.column}`) ?? null}
            skipped={mended.has(`${place.rows[0]}`)}
            names={listOf(place.code)}
            choices={namesFor(place.code)}
            busy={busy}
            onMend={onMend}
            onUnmend={onUnmend}
          />
        ))}
      </ScrollTable>
      {places.length > SHOWN && (
        <p className={boxed.more}>
          {t`Đang hiện ${SHOWN} trên ${formatCount(places.length)} chỗ; sửa những chỗ này rồi kiểm tra lại để thấy tiếp. Nút Sao chép lấy đủ tất cả.`}
        </p>
      )}
    </>
  )
}

/** What was typed by "row column"; rows left out by "row". */
const mendedCells = (corrections: Correction[]) =>
  new Map(corrections.map((one) => ('skip' in one ? [`${one.row}`, ''] : [`${one.row} ${one.column}`, one.value])))
