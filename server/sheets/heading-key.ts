/** A heading without case, accents, spaces or punctuation; "Đ" does not decompose, so it is mapped. Pure. */
export function headingKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]/g, '')
}
