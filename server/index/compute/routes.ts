/** The index itself: reading and freezing it. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'

export function computeRoutes(_app: App, _deps: Deps): void {}
