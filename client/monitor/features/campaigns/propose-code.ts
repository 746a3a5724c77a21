/** A campaign code to begin with: the definition's own slug, cut to what a code allows. */
export const proposeCode = (slug: string): string => slug.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 32)

/** The last year named in a text counted on by one, as the server counts on a copied definition: `Khảo sát 2024` → `Khảo sát 2025`. */
export function yearAfter(text: string): string {
  const years = text.match(/(?<!\d)20\d\d(?!\d)/g)
  if (!years) return text
  const last = Math.max(...years.map(Number))
  return text.replace(new RegExp(`(?<!\\d)${last}(?!\\d)`, 'g'), String(last + 1))
}
