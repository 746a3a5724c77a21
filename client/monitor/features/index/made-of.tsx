/** What the index was made of and by which rules: versions that came in, bounds, ties, and the digests that name it all. */
import { formatDate, formatMax, formatPoints } from '../../../shared/format-vi.ts'
import type { IndexDocument } from '../../../shared/index-types.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import fold from '../../shared/fold.module.css'
import { TIE_WORDS } from './index-words.ts'
import classes from './made-of.module.css'

type Made = { name: string; words: string }

function madeOf({ sets, blocks, survey, rules }: IndexDocument): Made[] {
  const sources = new Map(blocks.flatMap((block) => block.sources.map(({ code, name }) => [code, name] as const)))
  const version = (set: { version: number; on: string } | null) =>
    set ? `bản ${set.version}, nhập ngày ${formatDate(set.on)}` : 'chưa có'
  return [
    {
      name: `Thẩm định (${formatMax(rules.appraisedMax)} điểm)`,
      words: sets.appraised ? `lần ${sets.appraised.round}, ${version(sets.appraised)}` : 'chưa có',
    },
    { name: 'Tự đánh giá (để đối chiếu)', words: version(sets.self) },
    {
      name: `Phiếu khảo sát`,
      words: `phát ra ${survey.issued}, thu về ${survey.returned}, hợp lệ ${survey.valid} phiếu`,
    },
    ...sets.imported.map(({ source, set }) => ({ name: sources.get(source) ?? source, words: version(set) })),
    {
      name: 'Kết quả năm trước',
      words: sets.past ? `năm ${sets.past.year}, bản ${sets.past.version}` : 'chưa có',
    },
    { name: 'Khi bằng điểm', words: TIE_WORDS[rules.ties] },
    {
      name: 'Xếp loại',
      words: rules.classes
        .map(({ code, name, from }) => `${code}${name === code ? '' : ` (${name})`} từ ${formatMax(from)} điểm`)
        .join('; '),
    },
    {
      name: 'Làm tròn',
      words: `tổng làm tròn một lần tới hai chữ số, ví dụ ${formatPoints(17.75)}; hạng và loại xét theo số đã làm tròn`,
    },
  ]
}

export function MadeOf({ index }: { index: IndexDocument }) {
  return (
    <details className={`${fold.fold} ${classes.fold}`}>
      <summary>Chỉ số này làm từ đâu, theo quy tắc nào</summary>
      <dl>
        {madeOf(index).map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>Mã kiểm tra</dt>
          <dd className={classes.digest}>
            <code>{index.digest}</code>
            <CopyButton text={() => index.digest} words="Sao chép mã" />
          </dd>
        </div>
      </dl>
    </details>
  )
}
