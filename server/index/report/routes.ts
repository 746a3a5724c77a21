/** The yearly report: reading, writing its fields, downloading. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'

export function reportRoutes(_app: App, _deps: Deps): void {}
