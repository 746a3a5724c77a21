/** The server under test as a process of its own: web and worker together, as `npm start` runs them. */
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { start, stopOnSignal } from '../start.ts'
import { BENCH_DEFINITION } from './definition.ts'

const log = createLogger(process.env.LOG_LEVEL || 'error')
const running = await start({ web: true, worker: true }, readConfig(), log)
running.deps.definitions.push({
  slug: BENCH_DEFINITION.slug,
  title: BENCH_DEFINITION.title,
  definition: BENCH_DEFINITION,
  problems: [],
})
stopOnSignal(Promise.resolve(running), log)
process.send?.({ address: running.address })
