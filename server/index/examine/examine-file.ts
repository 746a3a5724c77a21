/**
 * Reads published figures from a file, or from several that speak of one report, and examines them. A file of this
 * project's own report (report/read-report-file.ts) is examined as the figures that its report states.
 */
import { readFile, stat } from 'node:fs/promises'
import { describeShapeProblems } from '../../campaigns/describe-shape-problems.ts'
import { toPublishedFigures } from '../report/compose-published-figures.ts'
import { parseReportFile } from '../report/read-report-file.ts'
import { examineFigures } from './examine-figures.ts'
import { mergeFigures } from './merge-figures.ts'
import { type Finding, PublishedFigures } from './schemas.ts'

const LARGEST = 8 * 1024 * 1024
const TOLD = 10

/** `unreadable`: for a person, in Vietnamese, why the figures can't be examined. */
export type Examined = { figures: PublishedFigures; findings: Finding[] } | { unreadable: string }

/** `paths`: one at least; further files add to the first (merge-figures.ts). */
export async function examineFile(...paths: string[]): Promise<Examined> {
  let figures: unknown
  for (const [position, path] of paths.entries()) {
    const read = await readFigures(path)
    if ('unreadable' in read) return read
    figures = position === 0 ? read.value : mergeFigures(figures, read.value)
  }
  const parsed = PublishedFigures.safeParse(figures)
  if (parsed.success) return { figures: parsed.data, findings: examineFigures(parsed.data) }
  const problems = describeShapeProblems(parsed.error, figures)
  const told = problems.slice(0, TOLD).map(({ path, problem }) => `  ${path || '(gốc)'}: ${problem}`)
  const more = problems.length > TOLD ? [`  … và ${problems.length - TOLD} chỗ khác`] : []
  return { unreadable: [`${paths.join(' và ')} không đúng dạng số liệu công bố:`, ...told, ...more].join('\n') }
}

type Read = { value: unknown } | { unreadable: string }

async function readFigures(path: string): Promise<Read> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST) return { unreadable: `${path} quá lớn: nhiều nhất 8 MB.` }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
    const value: unknown = JSON.parse(text)
    return isOwnReport(value) ? composeOwn(path, text) : { value }
  } catch (error) {
    if (error instanceof SyntaxError) return { unreadable: `${path} không phải là JSON đúng cách.` }
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { unreadable: `Không có tệp ${path}.` }
    if (code === 'EISDIR') return { unreadable: `${path} là một thư mục, không phải một tệp.` }
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { unreadable: `${path} không phải là chữ UTF-8.` }
    return { unreadable: `Không đọc được ${path} (${code ?? 'không rõ vì sao'}).` }
  }
}

/** With texts around the index document or bare; published figures have neither `index` nor `scoresDigest`. */
const isOwnReport = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('index' in value || 'scoresDigest' in value)

function composeOwn(path: string, text: string): Read {
  const input = parseReportFile(text)
  return 'problem' in input ? { unreadable: `${path}: ${input.problem}` } : { value: toPublishedFigures(input) }
}
