import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { renderAside } from './render-aside.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderXlsx } from './render-xlsx.ts'
import { sampleReport } from './report.fixture.ts'

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

/** A process whose clock is `days` ahead, in time zone `zone`, that renders twice and prints the second time's digests. */
async function renderElsewhere(zone: string, days: number): Promise<string[]> {
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
  const script = `
    const RealDate = Date
    const ahead = ${days} * 86_400_000
    globalThis.Date = class extends RealDate {
      constructor(...given) { given.length > 0 ? super(...given) : super(RealDate.now() + ahead) }
      static now() { return RealDate.now() + ahead }
    }
    const { createHash } = await import('node:crypto')
    const { renderDocx } = await import(${here('./render-docx.ts')})
    const { renderXlsx } = await import(${here('./render-xlsx.ts')})
    const { renderHtml } = await import(${here('./render-html.ts')})
    const { sampleReport } = await import(${here('./report.fixture.ts')})
    const { report, index } = sampleReport()
    const render = async () => [await renderDocx(report), await renderXlsx(report, index), renderHtml(report)]
    await render()
    for (const file of await render()) console.log(createHash('sha256').update(file).digest('hex'))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
  })
  return stdout.trim().split('\n')
}

describe('the same report', () => {
  it('gives the same bytes in another process, another time zone, on another day', async () => {
    const { report, index } = sampleReport()
    const here = [await renderDocx(report), await renderXlsx(report, index), renderHtml(report)].map(sha256)
    const [honolulu, kiritimati] = await Promise.all([
      renderElsewhere('Pacific/Honolulu', 0),
      renderElsewhere('Pacific/Kiritimati', 400),
    ])
    expect(honolulu).toEqual(here)
    expect(kiritimati).toEqual(here)
  })

  it('gives the same bytes in a thread aside', async () => {
    const { report, index } = sampleReport()
    const aside = await Promise.all((['docx', 'xlsx', 'html'] as const).map((kind) => renderAside(kind, report, index)))
    const here = [await renderDocx(report), await renderXlsx(report, index), Buffer.from(renderHtml(report))]
    expect(aside.map(sha256)).toEqual(here.map(sha256))
  })

  it('another figure gives other bytes', async () => {
    const { report, index } = sampleReport()
    const [one, two] = [await renderXlsx(report, index), sampleReport()]
    two.report.tables[0]!.rows[0]!.cells.survey = { value: 1, text: '1,00' }
    expect(sha256(await renderXlsx(two.report, two.index))).not.toBe(sha256(one))
  })

  it('a rendering that fails aside is told', async () => {
    const { index } = sampleReport()
    await expect(renderAside('html', { parts: null } as never, index)).rejects.toThrow()
  })
})

describe('75 units and 150 criteria', () => {
  it('take at most ten seconds of computing for all three files', async () => {
    const { report, index } = sampleReport({ units: 75, domains: 8, criteriaADomain: 19 })
    const before = process.cpuUsage()
    await renderDocx(report)
    await renderXlsx(report, index)
    renderHtml(report)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(10)
  })
})
