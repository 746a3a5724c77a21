/** The characters that a document may hold. Pure. XML 1.0, 2.2. */

/** Without what no XML can hold: control characters; half of a pair becomes U+FFFD. */
export const keepXmlCharacters = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
