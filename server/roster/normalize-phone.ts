/**
 * Mobile numbers of Vietnam as people and spreadsheets write them (domain/README "Data habits of Vietnam"). The prefix is
 * decided by length, because 084… is a local prefix as well as a country code. Pure.
 */
import type { Problem } from './problem.ts'

/** The change of 2018: the 11-digit numbers' prefixes (without the leading 0) and what replaced them. */
const MAP_2018: Record<string, string> = {
  120: '70',
  121: '79',
  122: '77',
  126: '76',
  128: '78',
  123: '83',
  124: '84',
  125: '85',
  127: '81',
  129: '82',
  162: '32',
  163: '33',
  164: '34',
  165: '35',
  166: '36',
  167: '37',
  168: '38',
  169: '39',
  186: '56',
  188: '58',
  199: '59',
}
const MOBILE = /^(3[2-9]|5[2-9]|7[06-9]|8[1-9]|9\d)\d{7}$/
/** Longest first; the "0" after a country code is written by people who dial it: +84 (0)912… */
const PREFIXES = ['00840', '0084', '0840', '084', '840', '84', '0', '']

/** "84" and nine digits; null for a blank cell; else what is wrong. */
export function normalizePhone(cell: string): { phone: string | null } | { problem: Problem } {
  const text = cell.replace(/^[\s'‘’]+|[\s;,/]+$/g, '')
  if (isBlankPhone(text)) return { phone: null }
  const whole = text.replace(/^(\d{9,14})[.,]0{1,2}$/, '$1')
  if (/^\d+([.,]\d+)?e[+-]?\d+$/i.test(whole.replaceAll(' ', ''))) {
    return refuse(
      'phone-damaged',
      'Bảng tính đã đổi số này thành dạng rút gọn nên mất chữ số. Hãy định dạng cột là Văn bản và nhập lại số.',
    )
  }
  const grouped = /^\+?\d{1,3}(,\d{3})+$/.test(whole) ? whole.replaceAll(',', '') : whole
  if (grouped.split(/[/;,|\n]|\s(?:hoặc|và)\s/i).filter((part) => digitsOf(part).length >= 8).length > 1) {
    return refuse('phone-several', 'Ô này có nhiều số. Hãy giữ lại một số di động.')
  }
  const compact = grouped.replace(/[\s.()\-–—_]/g, '')
  if (!/^\+?\d+$/.test(compact)) return refuse('phone-invalid', 'Số điện thoại có ký tự lạ. Hãy chỉ ghi chữ số.')
  if (compact.startsWith('+') && !compact.startsWith('+84')) {
    return refuse('phone-foreign', 'Đây là số nước ngoài; hệ thống chỉ gửi tới số di động Việt Nam.')
  }
  return judge(digitsOf(compact), compact.startsWith('+'))
}

function judge(digits: string, international: boolean): { phone: string } | { problem: Problem } {
  for (const prefix of PREFIXES) {
    if (!digits.startsWith(prefix) || (international && !prefix.startsWith('84'))) continue
    const rest = digits.slice(prefix.length)
    const national = rest.length === 10 && rest.startsWith('1') ? renumber(rest) : rest
    if (MOBILE.test(national)) return { phone: `84${national}` }
    if (/^2\d{8,9}$/.test(rest)) {
      return refuse(
        'phone-landline',
        'Đây là số cố định, không nhận được tin Zalo. Hãy ghi số di động hoặc để trống và ghi Email.',
      )
    }
  }
  return refuse('phone-invalid', 'Không phải số di động Việt Nam (10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09).')
}

function renumber(eleven: string): string {
  const replacement = MAP_2018[eleven.slice(0, 3)]
  return replacement ? replacement + eleven.slice(3) : eleven
}

/** People fill a cell they have nothing for. */
const isBlankPhone = (text: string) => /^([-–—.x]*|0|không( có)?|chưa có|n\/a)$/i.test(text)
const digitsOf = (text: string) => text.replace(/\D/g, '')
const refuse = (code: Problem['code'], message: string) => ({ problem: { code, message } })
