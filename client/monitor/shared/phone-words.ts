/** Numbers as people here write and dial them; the server keeps them with the country's prefix. Pure. */

/** `84912345678` → `0912345678`, as one types it; a number of another country stays. */
export const localPhone = (phone: string): string => phone.replace(/^84(?=\d{9}$)/, '0')

/** `84912345678` or `0912345678` → `0912 345 678`. */
export function phoneWords(phone: string): string {
  const local = localPhone(phone)
  return local.length === 10 ? `${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}` : local
}
