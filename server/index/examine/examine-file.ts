/** Reads a file of published figures and examines it. */
import { readFile, stat } from 'node:fs/promises'
import { describeShapeProblems } from '../../campaigns/describe-shape-problems.ts'
import { examineFigures } from './examine-figures.ts'
import { type Finding, PublishedFigures } from './schemas.ts'

const LARGEST = 8 * 1024 * 1024
const TOLD = 10

/** `unreadable`: one sentence for a person, in Vietnamese, of why the file can't be examined. */
export type Examined = { figures: PublishedFigures; findings: Finding[] } | { unreadable: string }

export async function examineFile(path: string): Promise<Examined> {
  const text = await readText(path)
  if (typeof text !== 'string') return text
  const json = parseJson(text, path)
  if ('unreadable' in json) return json
  const parsed = PublishedFigures.safeParse(json.value)
  if (parsed.success) return { figures: parsed.data, findings: examineFigures(parsed.data) }
  const problems = describeShapeProblems(parsed.error, json.value)
  const told = problems.slice(0, TOLD).map(({ path: place, problem }) => `  ${place || '(gốc)'}: ${problem}`)
  const more = problems.length > TOLD ? [`  … và ${problems.length - TOLD} chỗ khác`] : []
  return { unreadable: [`${path} không đúng dạng số liệu công bố:`, ...told, ...more].join('\n') }
}

async function readText(path: string): Promise<string | { unreadable: string }> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST) return { unreadable: `${path} quá lớn: nhiều nhất 8 MB.` }
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { unreadable: `Không có tệp ${path}.` }
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { unreadable: `${path} không phải là chữ UTF-8.` }
    return { unreadable: `Không đọc được ${path} (${code ?? 'lỗi lạ'}).` }
  }
}

function parseJson(text: string, path: string): { value: unknown } | { unreadable: string } {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { unreadable: `${path} không phải là JSON đúng cách.` }
  }
}
