/** The road of a file: chosen, looked at by the server, and only then brought in. Another file, or none, starts it anew. */
import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'

export type FileImport<Result, Sent> = {
  file: File | null
  choose: (file: File) => void
  forget: () => void
  check: UseMutationResult<Result, Error, File>
  bring: UseMutationResult<Result, Error, Sent>
}

/** `check` is the dry run of `bring`. */
export function useFileImport<Result, Sent>(
  check: UseMutationResult<Result, Error, File>,
  bring: UseMutationResult<Result, Error, Sent>,
): FileImport<Result, Sent> {
  const [file, setFile] = useState<File | null>(null)
  const choose = (chosen: File) => {
    setFile(chosen)
    bring.reset()
    check.mutate(chosen)
  }
  const forget = () => {
    setFile(null)
    check.reset()
    bring.reset()
  }
  return { file, choose, forget, check, bring }
}
