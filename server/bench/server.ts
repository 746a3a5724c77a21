/** The server under test, as production runs it: a web process and a worker process (BENCH_PART says which this is). */
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { start, stopOnSignal } from '../start.ts'
import { BENCH_DEFINITION } from './definition.ts'

const log = createLogger(process.env.LOG_LEVEL || 'error')
const worker = process.env.BENCH_PART === 'worker'
const running = await start({ web: !worker, worker }, readConfig(), log)
running.deps.definitions.push({
  slug: BENCH_DEFINITION.slug,
  title: BENCH_DEFINITION.title,
  definition: BENCH_DEFINITION,
  problems: [],
})
stopOnSignal(Promise.resolve(running), log)
process.send?.({ address: running.address ?? '' })
