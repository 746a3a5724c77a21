/** Reads one row of a roster: what its cells say, normalized, or everything that is wrong with it. Pure. */
import { removeAccents } from '../campaigns/fold-name.ts'
import { LIMITS, type SheetRow } from '../sheets/sheet.ts'
import type { Rating, RatingsReader } from './catalogue.ts'
import type { Field } from './columns.ts'
import type { Header } from './find-header.ts'
import { normalizeEmail } from './normalize-email.ts'
import { normalizePhone } from './normalize-phone.ts'
import { type NameKey, nameKeyOf, readPersonName } from './person-name.ts'
import { type Problem, type Rejection, reject } from './problem.ts'
import { suggestEmails } from './suggest-email.ts'
import { suggestPhones } from './suggest-phone.ts'

/** `phone` is "84" and nine digits; at least one of `email` and `phone` is there. */
export type RosterRow = {
  row: number
  name: string
  nameKey: NameKey
  email: string | null
  phone: string | null
  position: string | null
  externalCode: string | null
  ratings: Rating[]
}

/** `nobody`: nothing in the row says who it is about (a footer, or a form's unused line). `total`: it counts those above. */
export type RowReading = { entry: RosterRow } | { rejected: Rejection[] } | 'nobody' | 'total'

const TOTAL = /^(tong( cong| so)?|cong)( ?[:(].*| \d.*| nguoi)?$/
const FORMULA_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/

/** What a person wrote in place of cells of one row, by field. */
export type MendedCells = Partial<Record<Field, string>>

/** `mended` is read instead of what the file says. */
export function readRow(
  { row, cells }: SheetRow,
  header: Header,
  readRatings: RatingsReader,
  mended?: MendedCells,
): RowReading {
  const texts = { ...readTexts(cells, header), ...mended }
  if (texts.name === '' && texts.email === '' && texts.phone === '') return 'nobody'
  if (texts.email === '' && texts.phone === '' && isTotal(texts.name)) return 'total'
  const rejected: Rejection[] = []
  const refuse = (field: Field, problem: Problem) => rejected.push(reject(row, field, texts[field], problem))

  for (const field of Object.keys(texts) as Field[]) {
    if (texts[field].length > LIMITS.cellCharacters) {
      refuse(field, { code: 'cell-too-long', message: `Ô dài quá ${LIMITS.cellCharacters} ký tự.` })
    } else if (FORMULA_ERROR.test(texts[field])) {
      refuse(field, { code: 'cell-error', message: 'Công thức trong ô này bị lỗi. Hãy thay bằng giá trị.' })
    }
  }
  if (rejected.length > 0) return { rejected }

  const name = readPersonName(texts.name)
  if ('problem' in name) refuse('name', name.problem)
  const email = normalizeEmail(texts.email)
  if ('problem' in email) refuse('email', { ...email.problem, suggestions: suggestEmails(texts.email) })
  const phone = normalizePhone(texts.phone)
  if ('problem' in phone) refuse('phone', { ...phone.problem, suggestions: suggestPhones(texts.phone) })
  const ratings = readRatings(texts.unit, texts.group)
  if ('problem' in ratings) refuse(ratings.field, ratings.problem)
  if ('email' in email && 'phone' in phone && !email.email && !phone.phone) {
    refuse(header.columns.phone === undefined ? 'email' : 'phone', {
      code: 'contact-missing',
      message: 'Cần ít nhất một trong hai: Email hoặc Số điện thoại.',
    })
  }
  if (rejected.length > 0 || !('name' in name) || !('email' in email) || !('phone' in phone) || 'problem' in ratings) {
    return { rejected }
  }
  const { position, code } = texts
  return {
    entry: {
      row,
      name: name.name,
      nameKey: nameKeyOf(name.name),
      email: email.email,
      phone: phone.phone,
      position: oneLine(position),
      externalCode: oneLine(code),
      ratings: ratings.ratings,
    },
  }
}

function readTexts(cells: string[], { columns, nameTail }: Header): Record<Field, string> {
  const at = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? ''))
  const halves = [at(columns.familyName), at(columns.givenName)]
  const merged = [at(columns.name), isGivenName(at(nameTail)) ? at(nameTail) : '']
  return {
    name: (columns.name === undefined ? halves : merged).filter((part) => part !== '').join(' '),
    email: at(columns.email),
    phone: at(columns.phone),
    unit: at(columns.unit),
    group: at(columns.group),
    position: at(columns.position),
    code: at(columns.code),
  }
}

/** A column without a heading beside "Họ và tên" is the given name only when it holds one or two words of letters. */
const isGivenName = (text: string) => /^\p{L}+( \p{L}+)?$/u.test(text)
/** "Tổng cộng", "Tổng số: 60", "Cộng": no person is called so. */
const isTotal = (text: string) => TOTAL.test(removeAccents(text.toLowerCase().replace(/\s+/g, ' ').trim()))
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim() || null
