/** What was chosen in this tab: kept while one goes from view to view, and over a reload where the browser keeps anything. */
import { useState } from 'react'

/** Null: nothing was chosen yet. */
export function useKeptChoice(key: string): [string | null, (choice: string) => void] {
  const [chosen, setChosen] = useState(() => readKept(key))
  const choose = (choice: string) => {
    setChosen(choice)
    try {
      sessionStorage.setItem(key, choice)
    } catch {
      // A browser that keeps nothing: the choice lasts as long as the view.
    }
  }
  return [chosen, choose]
}

function readKept(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}
