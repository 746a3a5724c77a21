/** People find their personal links in their messages: reads the built-in outbox until everybody has one. */
import { setTimeout as pause } from 'node:timers/promises'

type OutboxPage = { messages: { link: string }[]; next: number }

/** Tokens of the personal links, each once, in the order of sending. */
export async function collectTokens(
  base: string,
  expected: number,
  onProgress: (found: number) => void,
): Promise<string[]> {
  const tokens = new Set<string>()
  for (let after = 0; tokens.size < expected; ) {
    const response = await fetch(`${base}/dev/outbox.json?after=${after}&limit=500`)
    const page = (await response.json()) as OutboxPage
    for (const { link } of page.messages) tokens.add(link.slice(link.lastIndexOf('/') + 1))
    after = page.next
    onProgress(tokens.size)
    if (page.messages.length > 0) continue
    // Numbers are given before rows are committed, so one that was late may lie behind: look from the start again.
    after = 0
    await pause(500)
  }
  return [...tokens]
}

/** Tokens of all messages that are in the outbox now. */
export async function readOutbox(base: string): Promise<string[]> {
  const tokens: string[] = []
  for (let after = 0, more = true; more; ) {
    const response = await fetch(`${base}/dev/outbox.json?after=${after}&limit=1000`)
    const page = (await response.json()) as OutboxPage
    for (const { link } of page.messages) tokens.push(link.slice(link.lastIndexOf('/') + 1))
    more = page.next !== after
    after = page.next
  }
  return tokens
}
