/** Entry: web and worker in one process, or the web alone with `--web`. */
import { runUntilSignal } from './start.ts'

await runUntilSignal({ web: true, worker: !process.argv.includes('--web') })
