/**
 * Reads the console's sources with the bundler's own parser and finds what they say: the words that pass through t, and
 * words that a person would read but no catalogue can translate.
 */
import { readFileSync } from 'node:fs'
import { parseSync } from 'vite'

/** One t`…` of a source: the catalogue's key and how many values stand in it. */
export type Said = { file: string; line: number; key: string; values: number }
/** `sentences`: the Vietnamese outside t as keys of the same kind, for sources that are no part of the console. */
export type WordsOfSource = { said: Said[]; unsaid: string[]; sentences: string[]; lookedUp: string[] }

type Node = { type: string; start: number; end: number; [field: string]: unknown }

const VIETNAMESE = /[\u00C0-\u024F\u1E00-\u1EFF]/
/** Vietnamese words that have no accents, within a longer text. */
const ACCENTLESS =
  /(^| )(tin|qua|cho|khi|trong|theo|trang|hai|xem|sang|LV) | (tin|qua|cho|khi|trong|theo|trang|hai|xem|sang)($|[.,:;])/i
const WORD = /\p{L}{2,}/u
/** What a person reads or hears, as an attribute or as a field of an object. */
const LABELS = new Set(
  'label title placeholder description alt hint heading message aria-label ariaLabel aria-description emptyText'.split(
    ' ',
  ),
)
/** Names and marks that are the same in both languages. */
const NAMES = new Set(
  'Zalo Excel Word CSV QR JSON XLSX SHA-256 HTML PDF URL SMS ID IP Phiếu e-mail Ctrl Shift Enter Tab Esc https'.split(
    ' ',
  ),
)

/** Parses `file`; `shown` is how it is named in what is found. */
export function wordsInSource(file: string, shown: string, source = readFileSync(file, 'utf8')): WordsOfSource {
  const found: WordsOfSource = { said: [], unsaid: [], sentences: [], lookedUp: [] }
  const { program, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${shown}: ${errors[0].message}`)
  const lineOf = (node: Node): number => source.slice(0, node.start).split('\n').length
  const unsaid = (node: Node, text: string): void => {
    found.unsaid.push(`${shown}:${lineOf(node)} says “${text.trim()}” without t`)
  }
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one)
    if (!isNode(node) || node.type === 'TSLiteralType' || node.type === 'ImportDeclaration') return
    if (isComparison(node)) {
      for (const side of [node.left, node.right]) if (isNode(side) && side.type !== 'Literal') visit(side)
      return
    }
    if (isWords(node)) found.said.push({ file: shown, line: lineOf(node), ...keyOf(cooked(node.quasi as Node)) })
    else if (textOf(node).some((text) => VIETNAMESE.test(text) || ACCENTLESS.test(text))) {
      unsaid(node, textOf(node).join('…'))
      found.sentences.push(keyOf(textOf(node)).key)
    } else if (node.type === 'JSXText' && isWord(String(node.value))) unsaid(node, String(node.value))
    else for (const label of labelsOf(node)) if (isWord(label)) unsaid(node, label)
    if (isLookUp(node)) found.lookedUp.push(...firstText(node))
    for (const [field, child] of Object.entries(node)) {
      if (field === 'type' || (isWords(node) && field === 'tag')) continue
      visit(isWords(node) && field === 'quasi' ? (child as Node).expressions : child)
    }
  }
  visit(program)
  return { ...found, unsaid: [...new Set(found.unsaid)] }
}

const isNode = (node: unknown): node is Node => typeof (node as Node | null)?.type === 'string'
/** What is compared is data, never shown. */
const isComparison = (node: Node): boolean => node.type === 'BinaryExpression' && /^[!=]==$/.test(String(node.operator))
const isWords = (node: Node): boolean => node.type === 'TaggedTemplateExpression' && (node.tag as Node).name === 't'
const isLookUp = (node: Node): boolean => node.type === 'CallExpression' && (node.callee as Node).name === 'lookUp'
const isWord = (text: string): boolean =>
  WORD.test(text) && !text.match(/\p{L}[\p{L}\p{N}-]+/gu)!.every((word) => NAMES.has(word))

function cooked(template: Node): string[] {
  return (template.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
}

function keyOf(parts: string[]): { key: string; values: number } {
  return { key: parts.reduce((key, part, i) => `${key}{${i - 1}}${part}`), values: parts.length - 1 }
}

function textOf(node: Node): string[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value]
  if (node.type === 'JSXText') return [String(node.value)]
  return node.type === 'TemplateLiteral' ? cooked(node) : []
}

/** The plain text that a label-like attribute or field gives. */
function labelsOf(node: Node): string[] {
  if (node.type !== 'JSXAttribute' && node.type !== 'Property') return []
  const name = (node.name ?? node.key) as Node
  if (!LABELS.has(String(name.name ?? name.value))) return []
  const value = node.value as Node | null
  // A single small word in an object is a name of something, not a label.
  if (node.type === 'Property' && value?.type === 'Literal' && /^[a-z-]*$/.test(String(value.value))) return []
  return value === null ? [] : textOf(value.type === 'JSXExpressionContainer' ? (value.expression as Node) : value)
}

/** The beginning of what is looked up: `error:` of lookUp(`error:${code}`). */
function firstText(call: Node): string[] {
  const first = (call.arguments as Node[])[0]
  return first ? textOf(first).slice(0, 1) : []
}
