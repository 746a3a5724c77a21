/** One hash over everything an application is made from, by content: times change with every clone. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'

/**
 * `client` is the client folder, `name` the application's. Its own folder, client/shared, the build itself, the server's
 * schemas and the lock file count; tests do not.
 */
export async function hashSources(client: string, name: string): Promise<string> {
  const root = resolve(client, '..')
  const server = join(root, 'server')
  const files = [
    ...(await filesUnder(join(client, name))),
    ...(await filesUnder(join(client, 'shared'))),
    ...(await readdir(client, { withFileTypes: true })).filter((e) => e.isFile()).map((e) => join(client, e.name)),
    ...(await filesUnder(server)).filter((file) => file.endsWith('schemas.ts')),
    join(root, 'package-lock.json'),
  ].filter((file) => !/\.test\.tsx?$/.test(file))
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const content = createHash('sha256').update(await readFile(file))
    hash.update(relative(root, file)).update('\0').update(content.digest())
  }
  return hash.digest('hex')
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
