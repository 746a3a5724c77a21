/**
 * Micro-batching (DESIGN "The hot path"): what arrives while one write is under way goes into the next, so a commit is
 * shared by as many as came. A caller's promise settles after its own item is durable or refused, never before. When a
 * batch fails because of one item, each is tried alone, so one bad row cannot refuse its neighbours; when it fails for any
 * other reason (the database is away) all are refused at once, and their authors try again.
 */

export type BatchWriter<Item, Result> = {
  write(item: Item): Promise<Result>
  /** Resolves when everything accepted so far has settled. */
  drain(): Promise<void>
}

type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }

/** `writeAll` answers in the order of its items. At most `parallel` batches of at most `size` are under way at once. */
export function createBatchWriter<Item, Result>(
  writeAll: (items: Item[]) => Promise<Result[]>,
  { size, parallel, isOfOneItem }: { size: number; parallel: number; isOfOneItem: (error: unknown) => boolean },
): BatchWriter<Item, Result> {
  const waiting: Waiting<Item, Result>[] = []
  const idle: (() => void)[] = []
  let running = 0
  let scheduled = false

  function pump(): void {
    scheduled = false
    while (running < parallel && waiting.length > 0) {
      running += 1
      void writeBatch(waiting.splice(0, size)).finally(() => {
        running -= 1
        if (waiting.length > 0) schedule()
        else if (running === 0) for (const done of idle.splice(0)) done()
      })
    }
  }

  /** After the current round of input events, so that requests read together are written together. */
  function schedule(): void {
    if (scheduled || running >= parallel) return
    scheduled = true
    setImmediate(pump)
  }

  async function writeBatch(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await writeAll(batch.map(({ item }) => item))
      batch.forEach(({ resolve }, index) => {
        resolve(results[index]!)
      })
    } catch (error) {
      if (batch.length > 1 && isOfOneItem(error)) {
        for (const entry of batch) await writeBatch([entry])
      } else {
        for (const { reject } of batch) reject(error)
      }
    }
  }

  return {
    write: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        schedule()
      }),
    drain: () => (running === 0 && waiting.length === 0 ? Promise.resolve() : new Promise((done) => idle.push(done))),
  }
}
