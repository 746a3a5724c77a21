/** Which entries tell of looking and which of changing. */

/** An action's last word, when it only showed or handed out: `people.look`, `delivery.export`, `hand.print`. */
const LOOKS = ['look', 'list', 'person', 'document', 'compare', 'repeat', 'print', 'export', 'verify']

/** As a regular expression of PostgreSQL. */
export const LOOK_PATTERN = `\\.(${LOOKS.join('|')})$`
