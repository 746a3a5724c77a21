/** A phrase that begins with a capital as it reads within a sentence; names keep theirs. Pure. */
export const inSentence = (phrase: string): string =>
  phrase.startsWith('Zalo') ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1)
