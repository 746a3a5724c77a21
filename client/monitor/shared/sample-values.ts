/** What an example definition brings along and no real campaign may keep: respondents would read it. Pure. */
import { t } from '../words/t.ts'

type Told = { title: string; organizer: { name: string; phone: string; email: string } }

const EXAMPLE_WORD = /\(\s*ví dụ\s*\)/i
/** An area code and nothing but zeros. */
const EMPTY_NUMBER = /^0\d{1,3}0{6,}$/
const EXAMPLE_DOMAIN = /@(.+\.)?(example|test|invalid)(\.(com|net|org))?$/i

/** Whether a name, a phone number or an address is one of an example. */
export const isSampleValue = (text: string): boolean => {
  const value = text.normalize('NFC').trim()
  return EXAMPLE_WORD.test(value) || EMPTY_NUMBER.test(value.replace(/[\s.()-]/g, '')) || EXAMPLE_DOMAIN.test(value)
}

/** `Tên đợt điều tra: “… (ví dụ)”`, one for each that is left. */
export function sampleValues({ title, organizer }: Told): string[] {
  const places: [string, string][] = [
    [t`Tên đợt điều tra`, title],
    [t`Cơ quan tổ chức`, organizer.name],
    [t`Số điện thoại liên hệ`, organizer.phone],
    [t`Thư điện tử liên hệ`, organizer.email],
  ]
  return places.flatMap(([name, value]) => (isSampleValue(value) ? [t`${name}: “${value}”`] : []))
}
