import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Each test file is a process of its own and loads the same packages, and so do the threads that read uploaded tables: what
// they load is compiled once for all of them.
const COMPILED = join(import.meta.dirname, 'node_modules/.cache/phieu-tests')
process.env.NODE_COMPILE_CACHE ??= COMPILED

export default defineConfig({
  test: {
    include: ['server/**/*.test.ts', 'client/**/*.test.ts', 'client/**/*.test.tsx', 'surveys/**/*.test.ts'],
    globalSetup: ['server/test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { NODE_COMPILE_CACHE: COMPILED },
    // Tests wait for processes, leases and pages more than they compute: three keep two cores busy.
    maxWorkers: 3,
  },
})
