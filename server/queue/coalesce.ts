/**
 * Many signals of one kind become few: the first is sent at once, what follows within the pause becomes one more at its
 * end. A sending that fails counts as one to follow, so the last signal always arrives once the way is open again.
 */
export type Coalescer = {
  push(key: string): void
  /** Sends what still waits, each key once more at most; later pushes are ignored. */
  finish(): Promise<void>
}

type Pause = { again: boolean; sending: Promise<void>; timer: NodeJS.Timeout }

export function coalesce(send: (key: string) => Promise<void>, everyMs: number): Coalescer {
  const pauses = new Map<string, Pause>()
  let finished = false

  function fire(key: string): void {
    const pause: Pause = {
      again: false,
      sending: send(key).catch(() => {
        pause.again = true
      }),
      timer: setTimeout(async () => {
        await pause.sending
        if (finished) return
        pauses.delete(key)
        if (pause.again) fire(key)
      }, everyMs).unref(),
    }
    pauses.set(key, pause)
  }

  async function sendLast(key: string, pause: Pause): Promise<void> {
    clearTimeout(pause.timer)
    await pause.sending
    if (pause.again) await send(key).catch(() => {}) // nobody is left to try again; listeners refresh when they reconnect
  }

  return {
    push(key) {
      if (finished) return
      const pause = pauses.get(key)
      if (pause) pause.again = true
      else fire(key)
    },
    async finish() {
      finished = true
      await Promise.all([...pauses].map(([key, pause]) => sendLast(key, pause)))
    },
  }
}
