/**
 * Reads `surveys/<slug>/` into one Definition. A folder holds `definition.json` (its `blocks` lists block codes, its
 * `notice` only the version), `<block>.json` (its `questionnaires` lists file names), `questionnaires/<name>.json`,
 * `criteria/<name>.json` where the block names a `criteriaSet`, and `notice.vi.md`. What is returned with a definition has
 * the right shape and is accepted by survey-core; whether it adds
 * up is validate-definition.ts's question. Text becomes NFC here, so that names and hashes never depend on an editor.
 */
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Code, Definition, type DefinitionProblem } from './definition.ts'
import { describeShapeProblems } from './describe-shape-problems.ts'
import { judgeQuestionnaire } from './judge-questionnaire.ts'

/** `definition` is there exactly when `problems` is empty. */
export type DefinitionEntry = {
  slug: string
  title: string
  definition?: Definition
  problems: DefinitionProblem[]
}

const maxFileBytes = 512 * 1024
const maxFolders = 200
const maxListed = 50

const Listed = z.array(Code).min(1).max(maxListed)
const Meta = z.looseObject({ blocks: Listed, notice: z.looseObject({}) })
const BlockFile = z.looseObject({ questionnaires: Listed, criteriaSet: Code.optional() })
const CriteriaFile = z.array(z.unknown())

/** Every folder under `dir` that holds a definition or should, sorted by slug; throws only when `dir` itself can't be read. */
export async function loadDefinitions(dir: string): Promise<DefinitionEntry[]> {
  const folders = (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && Code.safeParse(entry.name).success)
    .map((entry) => entry.name)
    .sort()
    .slice(0, maxFolders)
  const loaded: DefinitionEntry[] = []
  for (const slug of folders) {
    const definition = await readDefinition(dir, slug)
    if (definition) loaded.push(definition)
  }
  return loaded
}

/** One definition with what is wrong in its shape (Vietnamese); null when there is no such folder. */
export async function readDefinition(dir: string, slug: string): Promise<DefinitionEntry | null> {
  if (!Code.safeParse(slug).success) return null
  const folder = join(dir, slug)
  const problems: DefinitionProblem[] = []
  const meta = await readPart(folder, 'definition.json', Meta, problems)
  if (!meta) return (await isFolder(folder)) ? { slug, title: slug, problems } : null

  const notice = await readText(folder, 'notice.vi.md', problems)
  const blocks: unknown[] = []
  for (const code of meta.blocks) {
    const block = await readPart(folder, `${code}.json`, BlockFile, problems)
    if (!block) continue
    if (block.code !== code) problems.push({ path: `${code}.json`, problem: `“code” phải là “${code}”, như tên tệp` })
    const questionnaires: Record<string, unknown> = {}
    for (const name of block.questionnaires) {
      const json = await readPart(folder, `questionnaires/${name}.json`, z.looseObject({}), problems)
      if (json) questionnaires[name] = json
    }
    const { criteriaSet: setName, ...rest } = block
    const criteriaSet = setName && (await readPart(folder, `criteria/${setName}.json`, CriteriaFile, problems))
    blocks.push({ ...rest, questionnaires, ...(criteriaSet && { criteriaSet }) })
  }
  const title = typeof meta.title === 'string' ? meta.title : slug
  if (problems.length > 0) return { slug, title, problems }

  const whole = { ...meta, slug, notice: { ...meta.notice, text: notice?.trim() }, blocks }
  const parsed = Definition.safeParse(whole)
  if (!parsed.success) return { slug, title, problems: describeShapeProblems(parsed.error, whole) }
  for (const block of parsed.data.blocks)
    for (const [name, json] of Object.entries(block.questionnaires))
      problems.push(...(await judgeQuestionnaire(json, `blocks[${block.code}].questionnaires[${name}]`)))
  return problems.length > 0 ? { slug, title, problems } : { slug, title, definition: parsed.data, problems }
}

async function readPart<T extends z.ZodType>(
  folder: string,
  file: string,
  schema: T,
  problems: DefinitionProblem[],
): Promise<z.infer<T> | undefined> {
  const text = await readText(folder, file, problems)
  if (text === undefined) return undefined
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    problems.push({ path: file, problem: 'tệp không phải JSON hợp lệ' })
    return undefined
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  for (const { path, problem } of describeShapeProblems(parsed.error, json))
    problems.push({ path: path ? `${file}: ${path}` : file, problem })
  return undefined
}

async function readText(folder: string, file: string, problems: DefinitionProblem[]): Promise<string | undefined> {
  let handle: FileHandle | undefined
  try {
    handle = await open(join(folder, file))
    const { size } = await handle.stat()
    if (size > maxFileBytes) {
      problems.push({ path: file, problem: `tệp dài ${size} byte, nhiều nhất là ${maxFileBytes} byte` })
      return undefined
    }
    const bytes = await handle.readFile()
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC')
  } catch (error) {
    if (error instanceof TypeError) problems.push({ path: file, problem: 'tệp không phải chữ UTF-8' })
    else problems.push({ path: file, problem: isMissing(error) ? 'thiếu tệp này' : 'không đọc được tệp này' })
    return undefined
  } finally {
    await handle?.close()
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    await readdir(path)
    return true
  } catch {
    return false
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
