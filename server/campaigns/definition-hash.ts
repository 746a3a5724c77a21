/** The fingerprint that freezes an open campaign's definition (DESIGN promise 6). */
import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { Definition } from './definition.ts'

/** SHA-256 over the canonical JSON (RFC 8785) of the definition, 64 hex digits. */
export function definitionHash(definition: Definition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex')
}
