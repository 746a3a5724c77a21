/** Finds Vietnamese where a page should be English: what can be seen or heard on it, but for what says that it is Vietnamese. */
import type { Page } from 'playwright-core'
import type { Db } from '../../server/db/client.ts'

const ACCENTED = Array.from({ length: 0x1f00 - 0xc0 }, (_, at) => String.fromCodePoint(0xc0 + at)).filter(
  (letter) => /\p{L}/u.test(letter) && /^[a-zA-Z]$/.test(bare(letter)),
)

function bare(letter: string): string {
  if (letter === 'đ') return 'd'
  return letter === 'Đ' ? 'D' : letter.normalize('NFD').replace(/\p{M}/gu, '')
}

/** Takes the accents off everything that officers and rosters named, so that only the console's own words can have any. */
export async function stripNames({ $client: sql }: Db): Promise<void> {
  const [from, to] = [ACCENTED.join(''), ACCENTED.map(bare).join('')]
  await sql`UPDATE campaign.campaigns SET title = translate(title, ${from}, ${to}),
    definition = translate(definition::text, ${from}, ${to})::jsonb`
  // Versions are never changed but here.
  await sql`ALTER TABLE campaign.definition_versions DISABLE TRIGGER USER`
  await sql`UPDATE campaign.definition_versions SET definition = translate(definition::text, ${from}, ${to})::jsonb`
  await sql`ALTER TABLE campaign.definition_versions ENABLE TRIGGER USER`
  await sql`UPDATE identity.respondents SET full_name = translate(full_name, ${from}, ${to})`
}

/** Texts that should be English and are not. What the page marks as Vietnamese may be repeated in them, as may words in quotes. */
export async function findVietnamese(page: Page): Promise<string[]> {
  const { said, own } = (await page.evaluate(COLLECT)) as { said: string[]; own: string[] }
  const named = [...own, 'Phiếu', 'QĐ-UBND'].sort((a, b) => b.length - a.length)
  const withoutNames = (text: string) =>
    named.reduce((left, name) => left.replaceAll(name, ''), text).replace(/“[^”]*”/g, '')
  return [...new Set(said)].filter((text) => /[\u00C0-\u024F\u1E00-\u1EFF]/.test(withoutNames(text)))
}

/** In the page: visible text, names given to what has none, and hints in empty fields. */
const COLLECT = `(() => {
  const isEnglish = (element) => element.closest('[lang="vi"], script, style, noscript') === null
  const [said, own] = [[document.title], []]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (node.data.trim()) (isEnglish(element) ? said : own).push(node.data.trim())
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [aria-description]')) {
    if (!isEnglish(element)) continue
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
      const text = element.getAttribute(name)
      if (text) said.push(text)
    }
  }
  return { said, own }
})()`
