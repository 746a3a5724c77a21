/** Bringing in the published results of the year before. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'

export function pastRoutes(_app: App, _deps: Deps): void {}
