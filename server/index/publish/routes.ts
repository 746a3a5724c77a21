/** The public page. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'

export function publishRoutes(_app: App, _deps: Deps): void {}
