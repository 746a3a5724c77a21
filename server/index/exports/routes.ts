/** The index for programs, and its exports. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'

export function exportRoutes(_app: App, _deps: Deps): void {}
