/** Entry: the worker alone. */
import { runUntilSignal } from './start.ts'

await runUntilSignal({ web: false, worker: true })
