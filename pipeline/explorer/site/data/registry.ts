/** The files that were loaded, and those that are on their way. */
export interface Registry<Files extends object> {
  /** Called by each file when it runs. */
  readonly register: <File extends keyof Files & string>(file: File, value: Files[File]) => void
  /** The value of a file, which is loaded when it is first asked for. */
  readonly load: <File extends keyof Files & string>(file: File) => Promise<Files[File]>
  /** The value, if it is there already. */
  readonly loaded: <File extends keyof Files & string>(file: File) => Files[File] | undefined
}

/**
 * Loads each file of the page once.
 * @param runScript runs the script of a file; rejects if it is missing
 */
export const createRegistry = <Files extends object>(
  runScript: (file: string) => Promise<void>,
): Registry<Files> => {
  const values: { [File in keyof Files]?: Files[File] } = {}
  const underWay = new Map<string, Promise<void>>()
  return {
    register: (file, value) => {
      values[file] = value
    },
    loaded: (file) => values[file],
    load: async (file) => {
      if (values[file] === undefined) {
        const running = underWay.get(file) ?? runScript(file)
        underWay.set(file, running)
        await running.catch((error: unknown) => {
          underWay.delete(file)
          throw error
        })
      }
      const value = values[file]
      if (value === undefined) throw new Error(`The file ${file} does not hold what its name says.`)
      return value
    },
  }
}
