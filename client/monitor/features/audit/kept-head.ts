/** The end of the chain as this browser last saw it, and as a person types it in from paper. */

export type KeptHead = { seq: number; hash: string; at: string }

const KEPT = 'phieu-audit-end'

export function readKeptHead(): KeptHead | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null')
    return typeof kept?.seq === 'number' && /^[0-9a-f]{64}$/.test(kept.hash) ? kept : null
  } catch {
    return null
  }
}

/** A browser that keeps nothing is no fault. */
export function keepHead(head: KeptHead | null): void {
  try {
    if (head) localStorage.setItem(KEPT, JSON.stringify(head))
    else localStorage.removeItem(KEPT)
  } catch {}
}

/** `1.204` and a hash with or without spaces; null when either is not one. */
export function parseKept(seq: string, hash: string): { seq: number; hash: string } | null {
  const number = Number(seq.replace(/[.\s]/g, ''))
  const digits = hash.replace(/\s/g, '').toLowerCase()
  return Number.isInteger(number) && number > 0 && /^[0-9a-f]{64}$/.test(digits) ? { seq: number, hash: digits } : null
}

/** In groups of eight, as one compares by eye. */
export const inGroups = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? ''
