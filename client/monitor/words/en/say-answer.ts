/**
 * The server speaks Vietnamese. Where an answer says a sentence of its own, English mode says it here: by the answer's code
 * where it has one, else by the sentence itself, with {0} for what stands in it. Only fields that carry such sentences are
 * looked at, so that names, titles and texts of officers stay as they are.
 */
import type { Catalogue } from '../t.ts'

const SENTENCES = new Set([
  'words',
  'nextStep',
  'message',
  'problem',
  'note',
  'meaning',
  'hint',
  'device',
  'by',
  'createdBy',
])
/** `title` is a sentence of the server's only beside one of these. */
const BESIDE_TITLE = ['cause', 'nextStep', 'hint']
/** What officers wrote themselves, whatever its fields are called. */
const OWN_TEXTS = new Set(['definition', 'questionnaire', 'templates', 'before', 'after'])

type Pattern = { matches: RegExp; english: string; weight: number }
type Fill = (text: string, values: string[]) => string

/** `fill` puts values into an English text. The result turns an answer into the same answer with English sentences. */
export function createSayAnswer(sentences: Catalogue, fill: Fill): (answer: unknown) => unknown {
  const patterns = Object.entries(sentences)
    .filter(([vietnamese]) => /\{\d\}/.test(vietnamese))
    .map(([vietnamese, english]): Pattern => patternOf(vietnamese, english))
    .sort((a, b) => b.weight - a.weight)

  const find = (text: string): string | undefined => {
    if (Object.hasOwn(sentences, text)) return sentences[text]
    for (const { matches, english } of patterns) {
      const found = matches.exec(text)
      if (found) return fill(english, found.slice(1).map(sayText))
    }
    return undefined
  }
  /** Also a sentence that begins small because it stands within another. */
  const sayText = (text: string): string => {
    const found = find(text) ?? (text.includes('\n') ? text.split('\n').map(sayText).join('\n') : undefined)
    if (found !== undefined) return found
    const capital = find(text.charAt(0).toUpperCase() + text.slice(1))
    return capital === undefined ? text : capital.charAt(0).toLowerCase() + capital.slice(1)
  }
  const sayIn = (answer: unknown): unknown => {
    if (Array.isArray(answer)) return answer.map(sayIn)
    if (typeof answer !== 'object' || answer === null || Object.getPrototypeOf(answer) !== Object.prototype)
      return answer
    const titled = BESIDE_TITLE.some((field) => field in answer)
    return Object.fromEntries(
      Object.entries(answer).map(([field, value]) => {
        if (OWN_TEXTS.has(field)) return [field, value]
        if (typeof value !== 'string') return [field, sayIn(value)]
        return [field, SENTENCES.has(field) || (titled && field === 'title') ? sayText(value) : value]
      }),
    )
  }
  return sayIn
}

/** `Còn {0} ngày` finds `Còn 3 ngày`. Whoever has more words of its own is the better match. */
function patternOf(vietnamese: string, english: string): Pattern {
  const places: string[] = []
  const source = vietnamese
    .split(/(\{\d\})/)
    .map((part) => {
      if (!/^\{\d\}$/.test(part)) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      places.push(part.charAt(1))
      return '(.*?)'
    })
    .join('')
  return {
    matches: new RegExp(`^${source}$`),
    // Values are found in the sentence's order, whatever their numbers.
    english: english.replace(/\{(\d)/g, (_, place: string) => `{${places.indexOf(place)}`),
    weight: vietnamese.replace(/\{\d\}/g, '').length,
  }
}
