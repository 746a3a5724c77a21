/** Builds the officers' application into client/dist/monitor, served at /console/ under `script-src 'self'`. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/monitor', import.meta.url)),
    emptyOutDir: true,
    // The policy allows no inline script and no data: font, so nothing may be inlined into the page.
    assetsInlineLimit: 0,
    // In kB, before compression; the largest is survey-react-ui, which only the preview loads. What counts is what travels
    // first: client/test/console-budget.test.ts holds it to its budget.
    chunkSizeWarningLimit: 2_000,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
  },
})
