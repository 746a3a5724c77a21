import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Each test file is a process of its own and loads the same packages: compiled once for all of them.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/phieu-tests')

export default defineConfig({
  test: {
    include: ['server/**/*.test.ts', 'client/**/*.test.ts', 'client/**/*.test.tsx', 'surveys/**/*.test.ts'],
    globalSetup: ['server/test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // For the threads that read uploaded tables: the same few files, stripped and compiled once and not for every upload.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/phieu-tests', import.meta.url)) },
    // Tests wait for processes, leases and pages more than they compute: three keep two cores busy.
    maxWorkers: 3,
  },
})
