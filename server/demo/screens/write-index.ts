/** docs/screens/README.md: every picture by its section, with a word each. */
import { writeFile } from 'node:fs/promises'
import { THEMES, WIDTHS } from './camera.ts'
import type { Section } from './views.ts'

export type Single = { file: string; words: string }

/** `singles`: pictures that are not taken in every theme and width. */
export async function writeIndex(
  folder: string,
  sections: Section[],
  singles: Record<string, Single[]>,
): Promise<void> {
  const lines = [
    '# Screens',
    '',
    'Taken by `npm run screens` from the demonstration: invented people, the answers’ distribution of 2024.',
    'The console at 1440 × 900 and on a phone of 390 × 844, each light and dark; the wall at 1920 × 1080.',
  ]
  for (const { title, views } of sections) {
    lines.push('', `## ${title}`, '')
    for (const { name, words } of views) {
      const links = Object.keys(WIDTHS).flatMap((width) =>
        THEMES.map((theme) => `[${width} ${theme}](${name}-${width}-${theme}.webp)`),
      )
      lines.push(`- **${name}**: ${words} — ${links.join(' · ')}`)
    }
  }
  for (const [title, pictures] of Object.entries(singles)) {
    lines.push('', `## ${title}`, '')
    lines.push(...pictures.map(({ file, words }) => `- ${words} — [${file}](${file})`))
  }
  await writeFile(`${folder}README.md`, `${lines.join('\n')}\n`)
}
