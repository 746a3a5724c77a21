/** Which entries tell of looking and which of changing. Pure. */

/** An action's last word, when it only showed or handed out: `people.look`, `delivery.export`, `hand.print`. */
const LOOKS = ['look', 'list', 'search', 'card', 'see', 'print', 'export', 'download', 'verify']

/** For PostgreSQL and for JavaScript alike. */
export const LOOK_PATTERN = `\\.(${LOOKS.join('|')})$`

/** Whether `action` is a look at data (and no change). */
export const isLook = (action: string): boolean => new RegExp(LOOK_PATTERN).test(action)
