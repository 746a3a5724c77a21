/**
 * `npm run examine -- FILE.json [--json | --markdown]`: says which published figures can't be right. Ends with 0 when there
 * are none, 1 when there are, 2 when the file can't be examined.
 */
import { describeFindings, tabulateFindings } from './describe-findings.ts'
import { examineFile } from './examine-file.ts'

const FORMATS = ['--json', '--markdown']
const words = process.argv.slice(2)
const [path] = words.filter((word) => !FORMATS.includes(word))

if (path === undefined || path.startsWith('--')) {
  console.error('Cách dùng: npm run examine -- TỆP.json [--json | --markdown]')
  process.exit(2)
}
const examined = await examineFile(path)
if ('unreadable' in examined) {
  console.error(examined.unreadable)
  process.exit(2)
}
const { findings } = examined
if (words.includes('--json')) console.log(JSON.stringify(findings, null, 2))
else if (words.includes('--markdown')) console.log(tabulateFindings(findings))
else process.stdout.write(describeFindings(findings))
process.exitCode = findings.length > 0 ? 1 : 0
