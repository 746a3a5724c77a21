/** LibreOffice and poppler at work on files, for tests. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { installPackages } from '../../../test/install-packages.ts'

const run = promisify(execFile)
const PACKAGES = 'libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-liberation2'
const PROGRAMS = '/usr/lib/libreoffice/program'
/** Writer and Calc are packages of their own, and soffice starts without either. */
const FILES = [`${PROGRAMS}/libswlo.so`, `${PROGRAMS}/libsclo.so`, '/usr/bin/pdftotext', '/usr/bin/pdfinfo']

/** A folder for one test file, with LibreOffice's settings in it, so that no other run is in the way. */
export async function openOffice() {
  if (!FILES.every((file) => existsSync(file))) {
    await installPackages(PACKAGES, FILES.map((file) => `[ -e ${file} ]`).join(' && '))
  }
  const folder = await mkdtemp(join(tmpdir(), 'phieu-office-'))
  return {
    folder,
    /** Converts files of the folder into `folder/out`. */
    convert: (format: string, ...files: string[]) =>
      tool('soffice', [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        ...['--headless', '--convert-to', format, '--outdir', join(folder, 'out')],
        ...files.map((file) => join(folder, file)),
      ]),
    textOf: (pdf: string) => tool('pdftotext', ['-layout', join(folder, 'out', pdf), '-']),
    pagesOf: async (pdf: string) =>
      Number(/Pages:\s+(\d+)/.exec(await tool('pdfinfo', [join(folder, 'out', pdf)]))![1]),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

async function tool(name: string, args: string[]): Promise<string> {
  try {
    return (await run(name, args, { maxBuffer: 64 * 1024 * 1024, timeout: 90_000 })).stdout
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error(`${name} is missing; this test needs: apt install ${PACKAGES}`)
    throw error
  }
}

/** The parts of an office file as text. */
export const partsOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]))

/** A sheet's cells: place → formula and stored value; texts that stand in the cell itself or among the shared ones. */
export function cellsOf(sheet: string, shared = ''): Map<string, { formula: string | null; value: string | null }> {
  const texts = [...shared.matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner]) => textIn(inner!))
  const cells = new Map<string, { formula: string | null; value: string | null }>()
  for (const [, place, attributes, inner = ''] of sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const stored = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? null
    const value = /t="s"/.test(attributes!) ? texts[Number(stored)]! : /<is>/.test(inner) ? textIn(inner) : stored
    cells.set(place!, { formula: /<f[^>]*>([^<]*)<\/f>/.exec(inner)?.[1] ?? null, value })
  }
  return cells
}

const textIn = (xml: string): string => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/gs)].map(([, text]) => text).join('')
