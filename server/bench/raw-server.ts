/**
 * The raw limit: the same web framework and database doing the least that an accepted response could cost. `/nothing`
 * parses a body and answers; `/insert` also stores it durably in micro-batches of one `unnest` insert, acknowledged
 * after commit. No validation, no signature, no uniqueness, no sealing.
 */
import fastify from 'fastify'
import postgres from 'postgres'
import { createBatchWriter } from '../responses/batch-writer.ts'

const sql = postgres(process.env.DATABASE_URL!, { max: 4, onnotice: () => {} })
await sql`CREATE TABLE IF NOT EXISTS raw_inserts (id bigserial PRIMARY KEY, body jsonb NOT NULL)`

const writer = createBatchWriter(
  async (bodies: string[]) => {
    await sql`INSERT INTO raw_inserts (body) SELECT * FROM unnest(${bodies}::jsonb[])`
    return bodies.map(() => true)
  },
  { size: 250, parallel: 2, isOfOneItem: () => false },
)

const app = fastify({ logger: false })
app.post('/nothing', async (_req, reply) => reply.code(201).send({ receipt: 'x'.repeat(22) }))
app.post('/insert', async (req, reply) => {
  await writer.write(JSON.stringify(req.body))
  return reply.code(201).send({ receipt: 'x'.repeat(22) })
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => sql.end())
      .then(() => process.exit(0)),
)
process.send?.({ address })
