import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./server/db/schema.ts', './server/db/delivery-schema.ts', './server/db/index-schema.ts'],
  out: './migrations',
})
