/** Names that SPSS and PSPP take for variables: ASCII letters, digits and "_", a letter first, unique without regard to case. Pure. */
import { removeAccents } from '../../campaigns/fold-name.ts'

const RESERVED = new Set('ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' '))
const LONGEST = 56

/** One name for each wish, in their order; a wish that is taken gets a number behind it. `taken` are names in use already. */
export function nameVariables(wishes: string[], taken: string[] = []): string[] {
  const used = new Set(taken.map((name) => name.toUpperCase()))
  return wishes.map((wish) => {
    const base = plainName(wish)
    let name = base
    for (let number = 2; used.has(name.toUpperCase()) || RESERVED.has(name.toUpperCase()); number += 1)
      name = `${base}_${number}`
    used.add(name.toUpperCase())
    return name
  })
}

function plainName(wish: string): string {
  const plain = removeAccents(wish)
    .replace(/[^A-Za-z0-9]+/g, '_')
    .slice(0, LONGEST)
    .replace(/^_+|_+$/g, '')
  return /^[A-Za-z]/.test(plain) ? plain : `v_${plain}`.replace(/_$/, '')
}
