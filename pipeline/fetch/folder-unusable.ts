/** The folder of sources cannot be written; its message names the folder and what the system says. */
export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable'
}

/** An error of the system, or of SQLite for it, as {@link FolderUnusable}; every other as it is. */
export const explainFolderError = (folder: string, error: unknown): unknown =>
  error instanceof Error && ('syscall' in error || 'errcode' in error)
    ? new FolderUnusable(`${folder} cannot be written: ${error.message}.`, { cause: error })
    : error
