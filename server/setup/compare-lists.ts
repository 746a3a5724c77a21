/** Two states of a list whose members are known by a code. Pure. */

export type Compared<Member> = {
  added: Member[]
  removed: Member[]
  kept: { before: Member; after: Member }[]
  /** Those that are in both stand in another order. */
  reordered: boolean
}

/** Of two members with the same code the last one counts. */
export function compareLists<Member>(
  before: readonly Member[],
  after: readonly Member[],
  codeOf: (member: Member) => string,
): Compared<Member> {
  const old = new Map(before.map((member) => [codeOf(member), member]))
  const now = new Map(after.map((member) => [codeOf(member), member]))
  const keptCodes = [...now.keys()].filter((code) => old.has(code))
  const oldOrder = [...old.keys()].filter((code) => now.has(code))
  return {
    added: [...now].filter(([code]) => !old.has(code)).map(([, member]) => member),
    removed: [...old].filter(([code]) => !now.has(code)).map(([, member]) => member),
    kept: keptCodes.map((code) => ({ before: old.get(code)!, after: now.get(code)! })),
    reordered: keptCodes.some((code, at) => code !== oldOrder[at]),
  }
}
