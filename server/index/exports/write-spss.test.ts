import { expect, test } from 'vitest'
import { smallDefinition } from '../../scoring/small-definition.fixture.ts'
import { buildVariables } from './build-codebook.ts'
import type { Codebook, CodebookVariable } from './codebook-schemas.ts'
import { nameVariables } from './name-variables.ts'
import { writeSpss } from './write-spss.ts'

const codebookOf = (changes: Partial<Codebook>): Codebook => ({
  ...{ campaign: 'thu', title: 'Đợt thử', year: 2024, minimumCell: 5, scoresDigest: '', dataDigest: '', rows: 7 },
  ...{ cells: [], notes: [], variables: buildVariables(smallDefinition, [{ block: 'p', groups: ['cc', 'xa'] }]) },
  ...changes,
})

/** Commands as SPSS parts them: each ends with the first line that ends with a full stop. */
function commandsOf(syntax: string): string[] {
  const commands: string[] = []
  let open: string[] = []
  for (const line of syntax.replace('\ufeff', '').split('\r\n')) {
    if (line === '') {
      expect(open).toEqual([])
      continue
    }
    open.push(line)
    if (!line.endsWith('.')) continue
    commands.push(open.join('\n'))
    open = []
  }
  expect(open).toEqual([])
  return commands
}
const commandOf = (syntax: string, name: string) => commandsOf(syntax).filter((text) => text.startsWith(`${name}\n`))

test('the syntax reads the file, names variables and values, and declares what is missing', () => {
  const syntax = writeSpss(codebookOf({}), 'thu-microdata.csv')
  expect(syntax.startsWith('\ufeff* Đợt thử.\r\n')).toBe(true)
  const [data] = commandOf(syntax, 'GET DATA')
  for (const part of ["/FILE='thu-microdata.csv'", "/ENCODING='UTF8'", '/FIRSTCASE=2', "/DELIMITERS=','"])
    expect(data).toContain(part)
  const variables = data!.slice(data!.indexOf('/VARIABLES=')).replace(/\.$/, '').split('\n').slice(1)
  expect(variables.map((line) => line.trim())).toEqual([
    ...['khoi A1', 'don_vi A2', 'nhom A5'],
    ...['p_q1 F3.0', 'p_q2 F3.0', 'p_q3 F3.0', 'f_q1 F3.0', 'f_q2 F3.0', 'f_q3 F3.0'],
  ])
  expect(commandOf(syntax, 'VARIABLE LABELS')[0]).toContain("/p_q1 '1.1. Tiêu chí 1.1'")
  const values = commandOf(syntax, 'VALUE LABELS')
  expect(values).toHaveLength(9)
  expect(values[2]).toContain("'cc+xa' 'Công chức; Cấp xã'")
  expect(values[3]).toContain("1 'rat-tot'")
  expect(values[3]).toContain("5 'kem'")
  expect(values[3]).toContain("98 'Không biết'")
  expect(commandOf(syntax, 'MISSING VALUES')[0]).toMatch(/p_q1\n[\s\S]*f_q3\n {2}\(97, 98, 99\)\.$/)
})

test('no text of a definition ends a command, a line or a quotation', () => {
  const hostile = `Đơn vị 'A' \\"B".\r\n\r\nERASE FILE='x'.\nHOST COMMAND=['rm']. ${'Lãnh đạo ’sở’ '.repeat(60)}`
  const variable: CodebookVariable = {
    ...{ name: 'q', label: hostile, kind: 'number', bytes: null },
    values: [
      { code: 1, label: hostile },
      { code: 97, label: hostile, missing: true },
    ],
    ...{ block: null, criterion: null, domain: null, question: null },
  }
  const syntax = writeSpss(codebookOf({ title: hostile, notes: [hostile], variables: [variable] }), `a'b.csv`)
  const commands = commandsOf(syntax)
  const names = ['GET DATA', 'VARIABLE LABELS', 'VALUE LABELS', 'MISSING VALUES', 'VARIABLE LEVEL', 'EXECUTE.']
  for (const command of commands)
    expect(command.startsWith('* ') || names.some((name) => command.startsWith(name))).toBe(true)
  expect(commands.filter((command) => !command.startsWith('* ')).map((command) => command.split('\n')[0])).toEqual(
    names,
  )
  for (const line of syntax.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(256)
    if (!line.startsWith('*')) expect((line.match(/'/g) ?? []).length % 2, line).toBe(0)
  }
  expect(syntax).toContain("/FILE='a''b.csv'")
})

test('a cell of merged groups keeps its label however long the name of the cell is, and no line is too long', () => {
  const groups = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(32))
  const cell = groups.join('+')
  const values = [{ code: cell, label: "'".repeat(120) }]
  const variable: CodebookVariable = {
    ...{ name: 'n'.repeat(56), label: "'".repeat(255), kind: 'text', bytes: cell.length, values },
    ...{ block: null, criterion: null, domain: null, question: null },
  }
  const syntax = writeSpss(codebookOf({ variables: [variable] }), 'thu.csv')
  for (const line of syntax.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(256)
  const whole = commandOf(syntax, 'VALUE LABELS')[0]!.replace(/' \+\n\s*'/g, '')
  expect(whole).toContain(`\n  '${cell}' '${"''".repeat(120)}'.`)
})

test('names of variables are plain, unlike each other and no words of the language', () => {
  const names = nameVariables(['Câu hỏi 1', 'câu_hỏi_1', '1.2', 'to', 'khoi', '---', 'Đ', 'x'.repeat(90)], ['khoi'])
  expect(names).toEqual(['Cau_hoi_1', 'cau_hoi_1_2', 'v_1_2', 'to_2', 'khoi_2', 'v', 'D', 'x'.repeat(56)])
})
