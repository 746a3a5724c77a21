/** docs/create-database.sql makes a role without any special right; this is what Phiếu can and cannot do with it. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { expect, inject, test } from 'vitest'
import { readConfig } from '../config.ts'
import { createDeps } from '../deps.ts'
import { createLogger } from '../logger.ts'

const SCRIPT = readFileSync(new URL('../../docs/create-database.sql', import.meta.url), 'utf8')

/** The script's statements, its role and database under another name: this cluster has a `phieu` and a `phieu_answer` of its own. */
function statementsFor(name: string, password: string): string[] {
  const lines = SCRIPT.split('\n').filter((line) => !/^(--|\\getenv)/.test(line))
  const statements = lines.join('\n').split(';\n')
  expect(statements).toContain('CREATE ROLE phieu_answer NOLOGIN')
  return statements
    .filter((statement) => statement.trim() && statement !== 'CREATE ROLE phieu_answer NOLOGIN')
    .map((statement) => statement.replace(/\bphieu\b/g, name).replace(":'password'", `'${password}'`))
}

test('an ordinary role that owns its database is enough to run on, and its answer side sees no names', async () => {
  const name = `owner_${randomBytes(6).toString('hex')}`
  const url = new URL(inject('databaseServer'))
  const admin = postgres(url.href, { max: 1, onnotice: () => {} })
  Object.assign(url, { username: name, password: 'of-the-server', pathname: `/${name}` })
  try {
    for (const statement of statementsFor(name, url.password)) await admin.unsafe(statement)
    const config = readConfig({ DATABASE_URL: url.href, SECRET_KEY: randomBytes(32).toString('base64url') })
    const deps = await createDeps(config, url.href, createLogger('silent'))
    try {
      const [rights] = await deps.db.$client`SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user`
      expect(rights).toEqual({ rolsuper: false, rolcreaterole: false })
      await deps.queue.ready()
      expect(await deps.db.$client`SELECT count(*) FROM identity.respondents`).toHaveLength(1)
      expect(await deps.answerDb.$client`SELECT count(*) FROM answer.box`).toHaveLength(1)
      const names = deps.answerDb.$client`SELECT count(*) FROM identity.respondents`
      await expect(names).rejects.toMatchObject({ code: '42501' })
    } finally {
      await deps.close()
    }
  } finally {
    await admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.unsafe(`DROP ROLE IF EXISTS ${name}`)
    await admin.end()
  }
})
