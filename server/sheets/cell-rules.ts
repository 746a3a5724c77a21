/** What holds for a cell in every kind of spreadsheet file. Pure. */

/** A spreadsheet would run such a text as a formula, behind spaces too; full-width signs count in some languages. */
export const looksLikeFormula = (text: string): boolean => /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text)

/** Viet Nam keeps UTC+7 all year. */
const VIETNAM_MS = 7 * 3_600_000

/** The same moment as if Viet Nam's clock were UTC. */
export const inVietnam = (instant: Date): Date => new Date(instant.getTime() + VIETNAM_MS)
