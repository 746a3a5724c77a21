/**
 * Two spellings of one Vietnamese name must collide: "Hòa"/"Hoà" differ even in NFC, so the tone mark moves to the end of
 * its syllable. Accents themselves stay: "Chiềng La" and "Chiềng Lả" are two places.
 */

const syllable = /[\p{L}\p{M}]+/gu
const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** A key for comparing names: case, white space, Unicode form and tone placement folded. */
export function foldName(name: string): string {
  const spaced = name.normalize('NFD').toLowerCase().trim().replace(/\s+/g, ' ')
  return spaced
    .replace(syllable, (letters) => letters.replace(tone, '') + (letters.match(tone) ?? []).join(''))
    .normalize('NFC')
}

/** "Đ" does not decompose, so it is mapped. */
export function removeAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}
