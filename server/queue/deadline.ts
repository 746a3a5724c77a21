/** Settles as `promise` does, or rejects with "<what> took longer than <ms> ms"; the promise itself runs on. */
export async function withDeadline<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(lateError(`${what} took longer than ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

const lateError = (message: string) => Object.assign(new Error(message), { code: 'deadline' })
