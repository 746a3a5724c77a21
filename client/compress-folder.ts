/** Writes `<file>.br` and `<file>.gz` beside every text file of a built application. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** Fonts and pictures are compressed already. */
const TEXT = /\.(js|css|html|svg|json|txt)$/

export async function compressFolder(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  await Promise.all(names.filter((name) => TEXT.test(name)).map((name) => compressFile(join(folder, name))))
}

async function compressFile(file: string): Promise<void> {
  const raw = await readFile(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length }
  await Promise.all([
    brotli(raw, { params }).then((small) => writeFile(`${file}.br`, small)),
    zip(raw, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ])
}
