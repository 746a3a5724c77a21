/** Names of people: reading them from cells, and telling whether two spellings are one name. Pure. */
import { foldName, removeAccents } from '../campaigns/fold-name.ts'
import type { Problem } from './problem.ts'

const MAX_CHARACTERS = 120

/** One line, single spaces. A name that looks like a formula is just text. */
export function readPersonName(cell: string): { name: string } | { problem: Problem } {
  const name = cell.replace(/\s+/g, ' ').trim()
  if (name === '') return refuse('name-missing', 'Thiếu họ và tên.')
  if ([...name].length > MAX_CHARACTERS) return refuse('name-too-long', `Họ và tên dài quá ${MAX_CHARACTERS} ký tự.`)
  if (/^[\d\s.,]+$/.test(name)) return refuse('name-invalid', 'Họ và tên chỉ có chữ số. Hãy xem lại thứ tự các cột.')
  if (/\ufffd|\p{L}\?|\?\p{L}/u.test(name)) {
    return refuse('name-invalid', 'Họ và tên bị mất dấu (ký tự “?”). Hãy lưu lại tệp dạng .xlsx hoặc CSV UTF-8.')
  }
  return { name }
}

/** A name folded for comparing: `folded` keeps accents, `bare` drops them. */
export type NameKey = { folded: string; bare: string }

export function nameKeyOf(name: string): NameKey {
  const folded = foldName(name)
  return { folded, bare: removeAccents(folded) }
}

/** Equal but for case, spaces and tone placement; or one is typed without any accents. "Nam" and "Năm" are two people. */
export function isSameName(a: NameKey, b: NameKey): boolean {
  return a.folded === b.folded || (a.bare === b.bare && (a.folded === a.bare || b.folded === b.bare))
}

const refuse = (code: Problem['code'], message: string) => ({ problem: { code, message } })
