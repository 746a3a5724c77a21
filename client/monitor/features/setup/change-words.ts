/** A change of the definition in the language in use. */
import type { ChangeView } from '../../../../server/setup/schemas.ts'
import { lookUp } from '../../words/t.ts'

export const changeWords = ({ code, values, words }: ChangeView): string => lookUp(`change:${code}`, values) ?? words
