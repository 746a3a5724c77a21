import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server/**/*.test.ts', 'client/**/*.test.ts', 'client/**/*.test.tsx', 'surveys/**/*.test.ts'],
    globalSetup: ['server/test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests wait for processes, leases and pages more than they compute: three keep two cores busy.
    maxWorkers: 3,
  },
})
