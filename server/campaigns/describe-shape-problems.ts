/**
 * Turns zod's findings about a definition's shape into path and problem in Vietnamese. Array positions are replaced by the
 * element's own code where it has one (`blocks[so].units[SNV].name`), which is what a person looks for in the file.
 */
import type { z } from 'zod'
import type { DefinitionProblem } from './definition.ts'

type Issue = z.core.$ZodIssue

/** One problem per finding; `data` is the value that was judged. */
export function describeShapeProblems(error: z.ZodError, data: unknown): DefinitionProblem[] {
  return error.issues.map((issue) => {
    const { path, value } = follow(issue.path, data)
    return { path, problem: describeIssue(issue, value) }
  })
}

function follow(path: PropertyKey[], data: unknown): { path: string; value: unknown } {
  let at = data
  let text = ''
  for (const key of path) {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[key]
    if (typeof key === 'number') text += `[${codeOf(at) ?? key}]`
    else text += text === '' ? String(key) : `.${String(key)}`
  }
  return { path: text, value: at }
}

function codeOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { code, value: level } = value as { code?: unknown; value?: unknown }
  return [code, level].find((text) => typeof text === 'string' && text !== '') as string | undefined
}

const kinds: Record<string, string> = {
  string: 'chữ trong ngoặc kép',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách […]',
  object: 'nhóm {…}',
  record: 'nhóm {…}',
}

function describeIssue(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'thiếu mục này' : `phải là ${kinds[issue.expected] ?? issue.expected}`
    case 'unrecognized_keys':
      return `có mục không biết: ${issue.keys.join(', ')}`
    case 'invalid_value':
      return `phải là một trong: ${issue.values.join(', ')}`
    case 'too_small':
      return `quá ít hoặc quá ngắn, ít nhất là ${issue.minimum}`
    case 'too_big':
      return `quá nhiều hoặc quá dài, nhiều nhất là ${issue.maximum}`
    case 'invalid_key':
      return 'tên mục không hợp lệ'
    case 'invalid_format':
      return 'viết không đúng cách: số thập phân viết như "17.5" trong ngoặc kép; mã chỉ gồm chữ không dấu, số, “.”, “_”, “-”, dài nhất 32'
    case 'custom':
      return issue.message
    default:
      return 'không đúng dạng'
  }
}
