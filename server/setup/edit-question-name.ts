/** Names for questions that were made in the table. Pure. */

/** "so_1_2" for criterion 1.2 of block "so", with a number behind it where that is taken. */
export function nameQuestion(block: string, criterion: string, taken: ReadonlySet<string>): string {
  const text = `${block}_${criterion || 'cau_hoi'}`.replace(/[^A-Za-z0-9]+/g, '_').slice(0, 56)
  const base = /^[A-Za-z]/.test(text) ? text : `c_${text}`
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base}_${number}`
  return name
}
