/**
 * Turns the bytes of a .csv into text. UTF-8 and UTF-16 with a byte order mark say what they are; otherwise UTF-8 if
 * valid, else the two Windows code pages Vietnamese machines write. A code page is a guess, so it is taken only when
 * every letter that comes out is a Vietnamese one; old TCVN3 and VNI fonts fail that and are refused, not garbled. Pure.
 */
import { errors } from '../errors.ts'
import { inFile } from './sheet.ts'

const UTF16_LE = Buffer.from([0xff, 0xfe])
const UTF16_BE = Buffer.from([0xfe, 0xff])
const BASE = 'aăâbcdđeêghijklmnoôơpqrstuưvwxyzf'
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const VIETNAMESE = new Set([...BASE].flatMap((letter) => TONES.map((tone) => (letter + tone).normalize('NFC'))))

/** The text, without byte order mark. Throws file-unreadable when no encoding gives clean Vietnamese. */
export function decodeText(data: Buffer): string {
  if (data.includes(0) && !startsWith(data, UTF16_LE) && !startsWith(data, UTF16_BE)) {
    throw errors.fileUnreadable(inFile('Tệp không phải là bảng tính .xlsx hay văn bản .csv.'))
  }
  try {
    if (startsWith(data, UTF16_LE)) return decode(data, 'utf-16le')
    if (startsWith(data, UTF16_BE)) return decode(data, 'utf-16be')
    return decode(data, 'utf-8')
  } catch {
    return decodeCodePage(data)
  }
}

function decodeCodePage(data: Buffer): string {
  const candidates = ['windows-1258', 'windows-1252']
    .map((encoding) => new TextDecoder(encoding).decode(data).normalize('NFC'))
    .filter(isCleanVietnamese)
  const [first, second] = candidates
  if (first === undefined || (second !== undefined && second !== first)) {
    throw errors.fileUnreadable(
      inFile('Tệp .csv dùng bảng mã cũ nên chữ có dấu bị sai. Hãy lưu lại dạng “CSV UTF-8” hoặc .xlsx.'),
    )
  }
  return first
}

/** Every letter is in the Vietnamese alphabet, no accent is left without its letter, no "?" stands inside a word. */
function isCleanVietnamese(text: string): boolean {
  if (/\p{M}|\p{L}\?\p{L}/u.test(text)) return false
  return (text.match(/\p{L}/gu) ?? []).every((letter) => VIETNAMESE.has(letter.toLowerCase()))
}

const decode = (data: Buffer, encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(data)
const startsWith = (data: Buffer, prefix: Buffer) => data.subarray(0, prefix.length).equals(prefix)
