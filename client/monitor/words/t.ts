/**
 * The console's words. They are written in Vietnamese where they are shown, as t`Còn ${days} ngày`; that text, with {0} for
 * the first value, is the key of the English catalogue (words/en/). Vietnamese needs no catalogue and no loading. Whoever
 * chose English waits here for the catalogue, and with this module every module that says something, so words at module
 * level are right too; choosing loads the page anew.
 */
import { sayMomentsWith } from '../../shared/format-vi.ts'

export type Language = 'vi' | 'en'

/** Vietnamese text → English text. `{0}` stands for a value, `{0:day:days}` for a word by its number. */
export type Catalogue = Record<string, string>

const KEPT = 'phieu-language'
let catalogue: Catalogue | undefined
let sayAnswer: ((answer: unknown) => unknown) | undefined
if (chosenLanguage() === 'en') await load()

/** The language the person chose in this browser; Vietnamese until then. */
export function chosenLanguage(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

/** Without the catalogue, because the network is lost, the console stays usable in Vietnamese. */
async function load(): Promise<void> {
  const loaded = await Promise.all([import('./en/index.ts'), import('./en/say-answer.ts')]).catch(() => undefined)
  if (!loaded) return
  const [{ english, sentences }, { createSayAnswer }] = loaded
  catalogue = english
  sayAnswer = createSayAnswer(sentences, fill)
  sayMomentsWith(' on ')
}

/** Keeps the choice and loads the page anew in that language. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT, language)
  } catch {
    return
  }
  window.location.reload()
}

/** Tests only: words are taken from `english`, and are Vietnamese where it has none; undefined: all Vietnamese. */
export function setCatalogue(english: Catalogue | undefined): void {
  catalogue = english
}

/** The language words are shown in now. */
export const language = (): Language => (catalogue ? 'en' : 'vi')

type Value = string | number

/** The words in the language in use. */
export function t(parts: TemplateStringsArray, ...values: Value[]): string {
  if (!catalogue) return parts.reduce((text, part, i) => text + String(values[i - 1]) + part)
  const key = parts.reduce((text, part, i) => `${text}{${i - 1}}${part}`)
  return fill(catalogue[key] ?? key, values)
}

/** The English words under `key`, for what the server names by a code; undefined while Vietnamese is in use or none is known. */
export function lookUp(key: string, values: Value[] = []): string | undefined {
  const text = catalogue?.[key]
  return text === undefined ? undefined : fill(text, values)
}

/** An answer of the server, with its own sentences in the language in use. */
export const inOurWords = <T>(answer: T): T => (sayAnswer ? (sayAnswer(answer) as T) : answer)

function fill(text: string, values: Value[]): string {
  return text.replace(/\{(\d)(?::([^:{}]*):([^:{}]*))?\}/g, (_, place: string, one?: string, many?: string) => {
    const value = values[Number(place)] ?? ''
    if (one === undefined || many === undefined) return String(value)
    return Number(String(value).replace(/\D/g, '')) === 1 ? one : many
  })
}
