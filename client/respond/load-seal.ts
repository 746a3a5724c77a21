/** Loads the blinding code; called while the person answers, and again when it is needed and has not come. */
import { readPageData } from './page.ts'

let tries = 0

export async function loadSeal(): Promise<typeof import('./seal.ts')> {
  try {
    return await import('./seal.ts')
  } catch {
    // A browser remembers that a module failed to load, and never asks again under the same address.
    tries += 1
    return import(/* @vite-ignore */ `${readPageData().seal}?${tries}`)
  }
}
