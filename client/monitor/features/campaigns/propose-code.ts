const LONGEST = 32

/** A campaign code to begin with: a slug or a title without accents, cut to what a code allows; empty where nothing is left. */
export const proposeCode = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')

/** The last year named in a text counted on by one, as the server counts on a copied definition: `Khảo sát 2024` → `Khảo sát 2025`. */
export function yearAfter(text: string): string {
  const years = text.match(/(?<!\d)20\d\d(?!\d)/g)
  if (!years) return text
  const last = Math.max(...years.map(Number))
  return text.replace(new RegExp(`(?<!\\d)${last}(?!\\d)`, 'g'), String(last + 1))
}
