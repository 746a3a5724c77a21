/** What number somebody meant: letters that look like digits, several numbers in a cell, a digit lost or doubled. Pure. */
import { normalizePhone } from './normalize-phone.ts'

/** As people type: O for 0, l and I for 1, S for 5, B for 8; a letter o with any accent is an O too. */
const LOOKALIKES: Record<string, string> = { o: '0', d: '0', q: '0', l: '1', i: '1', '|': '1', s: '5', b: '8', z: '2' }

const MOST = 3

/** Numbers in the local writing ("0912345678") that the cell probably stands for; none when it is beyond guessing. */
export function suggestPhones(cell: string): string[] {
  const digitised = cell
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .toLowerCase()
    // A word ("sđt", "zalo") is a label; letters on their own stand for digits.
    .replace(/[a-z]{2,}/g, ' ')
    .replace(/[a-z|]/g, (letter) => LOOKALIKES[letter] ?? letter)
  const bare = digitised.replace(/[^\d+]/g, '')
  const parts = cell.split(/[/;,|\n]|\s(?:hoặc|và|-)\s/i)
  const tries = [...(parts.length > 1 ? parts : []), digitised.replace(/[a-z:]/g, ''), bare, ...doubledOnce(bare)]
  const numbers = tries.flatMap((one) => {
    const read = normalizePhone(one)
    return 'phone' in read && read.phone ? [`0${read.phone.slice(2)}`] : []
  })
  return [...new Set(numbers)].slice(0, MOST)
}

/** One digit too many where the same digit stands twice: 09122345678 was 0912345678. */
function doubledOnce(digits: string): string[] {
  if (!/^0\d{10}$/.test(digits)) return []
  const shorter = [...digits].flatMap((digit, at) =>
    digit === digits[at - 1] ? [digits.slice(0, at) + digits.slice(at + 1)] : [],
  )
  return [...new Set(shorter)]
}
