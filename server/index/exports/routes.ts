/** The index for programs, and its exports. */
import type { Deps } from '../../deps.ts'
import type { App } from '../../http/app-types.ts'
import { indexExportRoutes } from './index-routes.ts'
import { microdataRoutes } from './microdata-routes.ts'
import { resultRoutes } from './result-routes.ts'

export function exportRoutes(app: App, deps: Deps): void {
  indexExportRoutes(app, deps)
  resultRoutes(app, deps)
  microdataRoutes(app, deps)
}
