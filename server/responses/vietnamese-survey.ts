/** survey-core with its Vietnamese texts, in one module so that both are loaded together and only when needed (some 50 MB). */
import 'survey-core/i18n/vietnamese'

export { Model } from 'survey-core'
