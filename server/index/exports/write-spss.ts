/**
 * The codebook as syntax that SPSS and PSPP run: reads the .csv beside it, then names variables, values and what is missing.
 * Lines stay under the 256 bytes of the oldest readers: a long text is joined from pieces with "+". A label is cut at 255
 * bytes and a value's at 120, which are SPSS's own limits. Pure.
 */
import type { Codebook, CodebookVariable } from './codebook-schemas.ts'

/** With this SPSS takes the syntax for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'
const PIECE_BYTES = 120

/** `dataFile`: name of the .csv in the same folder. */
export function writeSpss({ title, campaign, minimumCell, variables, notes }: Codebook, dataFile: string): string {
  const commands = [
    ...[title, `Đợt ${campaign}; mức tối thiểu k = ${minimumCell}.`, ...notes].map(comment),
    comment('Đặt tệp này cùng thư mục với tệp dữ liệu, rồi chạy; nếu cần, ghi đường dẫn đầy đủ ở dòng FILE.'),
    command('GET DATA', [
      '/TYPE=TXT',
      `/FILE=${quoted(dataFile, 1000).join(' + ')}`,
      "/ENCODING='UTF8'",
      '/ARRANGEMENT=DELIMITED',
      '/FIRSTCASE=2',
      "/DELIMITERS=','",
      "/QUALIFIER='\"'",
      '/VARIABLES=',
      ...variables.map(({ name, kind, bytes }) => `${name} ${kind === 'text' ? `A${bytes}` : 'F3.0'}`),
    ]),
    command(
      'VARIABLE LABELS',
      variables.flatMap(({ name, label }, at) => labelled(`${at > 0 ? '/' : ''}${name}`, label, 255)),
    ),
    ...variables.map((variable) => command('VALUE LABELS', [variable.name, ...valueLabels(variable)])),
    ...missingValues(variables),
    command(
      'VARIABLE LEVEL',
      variables.map(({ name, kind }, at) => `${at > 0 ? '/' : ''}${name} (${kind === 'text' ? 'NOMINAL' : 'ORDINAL'})`),
    ),
    'EXECUTE.',
  ]
  return `${BYTE_ORDER_MARK}${commands.join('\r\n\r\n')}\r\n`
}

const command = (name: string, lines: string[]): string =>
  `${[name, ...lines.map((line) => `  ${line}`)].join('\r\n')}.`

/** A comment ends at the first line that ends with a full stop. */
const comment = (text: string): string => `* ${cut(plain(text).replace(/[.\s]+$/, ''), 240)}.`

/** A text value is written whole, however long: cut, it would be another value. */
function valueLabels({ kind, values }: CodebookVariable): string[] {
  return values.flatMap(({ code, label }) => {
    const value = kind === 'text' ? joined(quoted(String(code), Number.POSITIVE_INFINITY)) : [String(code)]
    return [...value.slice(0, -1), ...labelled(value.at(-1)!, label, 120)]
  })
}

function missingValues(variables: CodebookVariable[]): string[] {
  const numbers = variables.filter(({ kind }) => kind === 'number')
  if (numbers.length === 0) return []
  const codes = numbers[0]!.values.filter(({ missing }) => missing).map(({ code }) => code)
  return [command('MISSING VALUES', [...numbers.map(({ name }) => name), `(${codes.join(', ')})`])]
}

/** What is labelled, then its label's pieces, a line each. */
function labelled(what: string, label: string, bytes: number): string[] {
  const [first, ...rest] = joined(quoted(label, bytes))
  return [`${what} ${first}`, ...rest.map((line) => `  ${line}`)]
}

/** Pieces of one text, a line each. */
const joined = (pieces: string[]): string[] =>
  pieces.map((piece, at) => (at < pieces.length - 1 ? `${piece} +` : piece))

/** The text in single quotes, cut at `bytes`, in pieces that fit on a line with quotes doubled. */
function quoted(text: string, bytes: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const sign of cut(plain(text), bytes)) {
    const written = sign === "'" ? "''" : sign
    if (Buffer.byteLength(piece + written) > PIECE_BYTES) {
      pieces.push(piece)
      piece = ''
    }
    piece += written
  }
  return [...pieces, piece].map((part) => `'${part}'`)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a line break in a label would end the command
const plain = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()

function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  let kept = ''
  for (const sign of text) {
    if (Buffer.byteLength(`${kept}${sign}…`) > bytes) break
    kept += sign
  }
  return `${kept}…`
}
