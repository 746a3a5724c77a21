/** Starts the throw-away PostgreSQL cluster of a test run and migrates the template that every test file clones. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../db/embedded.ts'
import { migrateDatabase } from '../db/migrate.ts'

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'phieu-test-'))
  const cluster = await startEmbeddedPostgres({ dataDir, fast: true })
  const admin = postgres(cluster.url, { max: 1, onnotice: () => {} })
  await admin.unsafe('CREATE DATABASE phieu_template')
  await admin.end()
  const template = new URL(cluster.url)
  template.pathname = '/phieu_template'
  await migrateDatabase(template.href)
  project.provide('databaseServer', cluster.url)
  return async () => {
    await cluster.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
