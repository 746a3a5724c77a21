/** Bringing in appraised, self-assessed and imported points. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'

export function pointsRoutes(_app: App, _deps: Deps): void {}
