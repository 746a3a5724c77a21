/**
 * `npm run examine -- FILE.json [MORE.json …] [--json | --markdown]`: says which published figures can't be right. Further
 * files add figures of the same report. Ends with 0 when there is nothing, 1 when there is, 2 when a file can't be read.
 */
import { describeFindings, tabulateFindings } from './describe-findings.ts'
import { examineFile } from './examine-file.ts'

const words = process.argv.slice(2)
const paths = words.filter((word) => !word.startsWith('--'))
const unknown = words.find((word) => word.startsWith('--') && !['--json', '--markdown'].includes(word))

if (paths.length === 0 || unknown !== undefined) {
  console.error('Cách dùng: npm run examine -- TỆP.json [TỆP-THÊM.json …] [--json | --markdown]')
  process.exit(2)
}
const examined = await examineFile(...paths)
if ('unreadable' in examined) {
  console.error(examined.unreadable)
  process.exit(2)
}
const { figures, findings } = examined
if (words.includes('--json')) console.log(JSON.stringify(findings, null, 2))
else if (words.includes('--markdown')) console.log(tabulateFindings(findings))
else process.stdout.write(describeFindings(findings, figures))
process.exitCode = findings.length > 0 ? 1 : 0
