/** What a process says when something is wrong: enough for an operator, nothing of what anybody has typed. */
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { createTestDatabase } from './test/database.ts'
import { environment, startableProcesses } from './test/processes.ts'

const processes = startableProcesses()

test('a wrong setting stops the start with one line that names it and not its value', async () => {
  for (const [name, value] of [
    ['LOG_LEVEL', 'foo'],
    ['PORT', 'cổng-nào-đó'],
    ['SECRET_KEY', 'ngắn-quá'],
  ] as const) {
    const program = processes.run(['server/main.ts'], { [name]: value })
    expect(await program.exited).toEqual({ code: 1, signal: null })
    const lines = program.stderr().trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`phieu: ${name}: `)
    expect(program.stdout() + program.stderr()).not.toContain(value)
  }
})

test('a failure of our own is logged by code and place, without a word of what was asked', async () => {
  const database = await createTestDatabase()
  const web = await processes.web(environment(database.url))
  const sql = postgres(database.url, { max: 1, onnotice: () => {} })
  try {
    await sql`ALTER TABLE staff.accounts RENAME TO elsewhere`
    const reply = await fetch(`${web.base}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ba.nguyen@so.example', password: 'mật khẩu của bà' }),
    })
    expect(reply.status).toBe(500)
    const answer = (await reply.json()) as { code: string; requestId: string }
    expect(answer.code).toBe('internal-error')
    const line = await web.event('request.failed')
    expect(line).toMatchObject({ level: 'error', route: '/api/session', requestId: answer.requestId })
    const said = JSON.stringify(line)
    // 42P01: that table does not exist.
    expect(said).toContain('"42P01"')
    expect(said).toContain('server/staff/queries.ts')
    for (const word of ['ba.nguyen', 'mật khẩu', 'select', 'staff.accounts', 'does not exist', 'message']) {
      expect(said.toLowerCase()).not.toContain(word)
    }
    expect(web.stdout() + web.stderr()).not.toContain('ba.nguyen')
  } finally {
    await sql.end()
    await web.stop()
    await database.drop()
  }
})
