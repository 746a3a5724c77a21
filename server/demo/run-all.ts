/** Runs `task` for every item, at most `atOnce` under way; the first failure stops the rest and is thrown. */
export async function runAll<Item>(items: Item[], atOnce: number, task: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const lane = async () => {
    for (const item of waiting) await task(item)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
