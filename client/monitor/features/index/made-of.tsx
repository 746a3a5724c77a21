/** What the index was made of and by which rules: versions that came in, bounds, ties, and the digests that name it all. */

import { formatDate, formatMax, formatPoints } from '../../../shared/format-vi.ts'
import type { IndexDocument } from '../../../shared/index-types.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import fold from '../../shared/fold.module.css'
import { t } from '../../words/t.ts'
import { TIE_WORDS } from './index-words.ts'
import classes from './made-of.module.css'

type Made = { name: string; words: string }

function madeOf({ sets, blocks, survey, rules }: IndexDocument): Made[] {
  const sources = new Map(blocks.flatMap((block) => block.sources.map(({ code, name }) => [code, name] as const)))
  const version = (set: { version: number; on: string } | null) =>
    set ? t`bản ${set.version}, nhập ngày ${formatDate(set.on)}` : t`chưa có`
  return [
    {
      name: t`Thẩm định (${formatMax(rules.appraisedMax)} điểm)`,
      words: sets.appraised ? t`lần ${sets.appraised.round}, ${version(sets.appraised)}` : t`chưa có`,
    },
    { name: t`Tự đánh giá (để đối chiếu)`, words: version(sets.self) },
    {
      name: t`Phiếu khảo sát`,
      words: t`phát ra ${survey.issued}, thu về ${survey.returned}, hợp lệ ${survey.valid} phiếu`,
    },
    ...sets.imported.map(({ source, set }) => ({ name: sources.get(source) ?? source, words: version(set) })),
    {
      name: t`Kết quả năm trước`,
      words: sets.past ? t`năm ${sets.past.year}, bản ${sets.past.version}` : t`chưa có`,
    },
    { name: t`Khi bằng điểm`, words: TIE_WORDS[rules.ties] },
    {
      name: t`Xếp loại`,
      words: rules.classes
        .map(({ code, name, from }) => t`${code}${name === code ? '' : ` (${name})`} từ ${formatMax(from)} điểm`)
        .join('; '),
    },
    {
      name: t`Làm tròn`,
      words: t`tổng làm tròn một lần tới hai chữ số, ví dụ ${formatPoints(17.75)}; hạng và loại xét theo số đã làm tròn`,
    },
  ]
}

export function MadeOf({ index }: { index: IndexDocument }) {
  return (
    <details className={`${fold.fold} ${classes.fold}`}>
      <summary>{t`Chỉ số này làm từ đâu, theo quy tắc nào`}</summary>
      <dl>
        {madeOf(index).map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{t`Mã kiểm tra`}</dt>
          <dd className={classes.digest}>
            <code>{index.digest}</code>
            <CopyButton text={() => index.digest} words={t`Sao chép mã`} />
          </dd>
        </div>
      </dl>
    </details>
  )
}
