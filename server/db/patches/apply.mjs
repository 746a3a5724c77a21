/**
 * Mends dependencies where they are installed (npm's "postinstall"); plain JavaScript, because at that moment any Node may
 * run it. Safe to repeat. A text that is not found stops the installation: a mend that silently is no longer there would
 * be found out only by the crash that it was made for.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { patch as drizzle } from './drizzle-orm-0.45.4.mjs'
import { patch as postgres } from './postgres-3.4.9.mjs'

for (const patch of [postgres, drizzle]) {
  const folder = new URL(`../../../node_modules/${patch.package}/`, import.meta.url)
  const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  if (version !== patch.version) fail(`${patch.package} is ${version}, and its patch is for ${patch.version}`)
  for (const { file, from, to } of patch.changes) {
    const path = new URL(file, folder)
    const text = readFileSync(path, 'utf8')
    if (text.includes(to)) continue
    if (text.split(from).length !== 2) fail(`${patch.package}/${file} does not hold what its patch replaces`)
    writeFileSync(
      path,
      text.replace(from, () => to),
    )
  }
}

function fail(why) {
  console.error(`patches: ${why}`)
  process.exit(1)
}
