/**
 * `npm run report -- --snapshot FILE [--out FOLDER]`: the report's files from one file, without database and network. The
 * same file gives the same bytes as the downloads; their SHA-256 is printed to be compared.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { composeReport } from './compose-report.ts'
import { parseReportFile } from './read-report-file.ts'
import { renderAs } from './render/render-as.ts'
import { RENDER_KINDS } from './render/render-aside.ts'
import { PROVISIONAL } from './words-rules.ts'

const USAGE = 'Cách dùng: npm run report -- --snapshot FILE [--out THƯ_MỤC]'

async function main(): Promise<void> {
  const { snapshot, out } = readArguments()
  const input = parseReportFile(await readFile(snapshot, 'utf8').catch((error) => fail(whyUnreadable(snapshot, error))))
  if ('problem' in input) fail(`${basename(snapshot)}: ${input.problem}`)
  const { index } = input
  console.info(`Đợt ${index.campaign}, năm ${index.year}: ${index.status === 'final' ? 'đã chốt' : PROVISIONAL}`)
  console.info(`Mã kiểm tra của kết quả: ${index.digest} (khớp)`)
  const report = composeReport(input)
  console.info(`Mã kiểm tra của kết quả và lời văn: ${report.inputDigest}`)
  await mkdir(out, { recursive: true }).catch((error) => fail(`Không tạo được thư mục ${out}: ${codeOf(error)}`))
  for (const kind of RENDER_KINDS) {
    const path = join(out, `bao-cao-${index.campaign}.${kind}`)
    const bytes = await renderAs(kind, report, index)
    await writeFile(path, bytes).catch((error) => fail(`Không ghi được ${path}: ${codeOf(error)}`))
    console.info(`${createHash('sha256').update(bytes).digest('hex')}  ${path}`)
  }
}

function readArguments(): { snapshot: string; out: string } {
  try {
    const { values } = parseArgs({ options: { snapshot: { type: 'string' }, out: { type: 'string', default: '.' } } })
    if (values.snapshot) return { snapshot: values.snapshot, out: values.out }
  } catch {
    // An unknown option is told as a missing one is.
  }
  return fail(USAGE)
}

function whyUnreadable(path: string, error: unknown): string {
  return codeOf(error) === 'ENOENT' ? `Không có tệp ${path}.` : `Không đọc được ${path}: ${codeOf(error)}`
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'lỗi'

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

await main()
