/** The respondent's page: hashed names and a manifest for server/respond/assets.ts. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('respond', import.meta.url)),
  base: '/p/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  // sjcl asks for node's crypto where there is no crypto.getRandomValues; a browser that opens this page has it.
  resolve: { alias: { crypto: fileURLToPath(new URL('respond/no-node-crypto.ts', import.meta.url)) } },
  build: {
    outDir: fileURLToPath(new URL('dist/respond', import.meta.url)),
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Phones of about 2020 (and their in-app browsers); older ones get words from boot.ts.
    target: ['chrome87', 'safari14', 'ios14', 'firefox78'],
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // In kB; survey-react-ui, which only questionnaires beyond plain HTML load.
    chunkSizeWarningLimit: 3_000,
    rolldownOptions: {
      input: ['main.ts', 'boot.ts', 'service-worker.ts'].map((name) =>
        fileURLToPath(new URL(`respond/${name}`, import.meta.url)),
      ),
      output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
})
