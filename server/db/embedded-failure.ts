/**
 * Errors of the embedded PostgreSQL are read by a person at a terminal: one line that says what to do. The stack would
 * only hide that line, so there is none.
 */
export type Failure = Error & { code: string }

/** An error of one line without a stack; `code` is for the launcher itself (`port-in-use` is tried again elsewhere). */
export function failure(message: string, code = 'embedded-postgres'): Failure {
  const error = Object.assign(new Error(message), { code })
  error.name = 'EmbeddedPostgresError'
  error.stack = `${error.name}: ${message}`
  return error
}

/** A refused system call (`EACCES`, `ENOSPC`…) on or under `folder`, as a line to act on; anything else comes back as it is. */
export function explainSystemError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error.name === 'EmbeddedPostgresError') return error
  const { code, syscall, path = folder } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return failure(`No space left for ${path}: free some disk space, then start again`)
  if (code === 'EROFS') return failure(`${path} is on a read-only disk: set DATA_DIR to a folder that can be written`)
  if (code === 'EACCES' || code === 'EPERM') {
    return failure(`No right to use ${path}: start as the user that owns it, or set DATA_DIR to a folder of your own`)
  }
  // Node answers ENOENT where it can't create the first of several folders, for instance on a read-only disk.
  if (code === 'ENOENT' && syscall === 'mkdir')
    return failure(`${path} can't be created: set DATA_DIR to another place`)
  if (code === 'ENOTDIR' || code === 'EEXIST') return failure(`${path} is not a folder: set DATA_DIR to another place`)
  if (code === 'EMFILE' || code === 'ENFILE')
    return failure('Too many open files: raise the limit (ulimit -n), then start again')
  return error
}

/** What `initdb` or `postgres` printed before it gave up, as a line to act on; `log` is the file that holds the rest. */
export function explainOutput(output: string, folder: string, log: string): Failure {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return failure(`No space left for ${folder}: free some disk space, then start again`)
  }
  if (/Address already in use|could not bind IPv4/.test(output)) {
    return failure(
      'The port of the embedded PostgreSQL is in use: stop the other program or leave the port out',
      'port-in-use',
    )
  }
  if (
    /Cannot allocate memory|could not (map anonymous|create) shared memory|could not resize shared memory/.test(output)
  ) {
    return failure(
      'Too little memory for the embedded PostgreSQL: free about 256 MB (or enlarge /dev/shm), then start again',
    )
  }
  if (/GLIBC_|libc\.so|invalid locale name/.test(output)) {
    return failure(
      'The embedded PostgreSQL needs glibc 2.28 or newer with C.UTF-8: set DATABASE_URL to a PostgreSQL of your own',
    )
  }
  if (/still in use/.test(output)) {
    return failure(
      `Processes of an earlier PostgreSQL still use ${folder}: stop them, then start again`,
      'still-in-use',
    )
  }
  const lines = output.split('\n').filter((line) => /FATAL|PANIC|error:/.test(line))
  const reason = (lines.at(-1) ?? 'it ended without a word').replace(/^.*?(FATAL|PANIC|error): */, '')
  return failure(`The embedded PostgreSQL did not start: ${reason} (more in ${log})`)
}
