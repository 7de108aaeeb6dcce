import type { DataFiles } from '../../data/explorer-data.ts'

type Name = keyof DataFiles & string

/** What the data files that were loaded hold, and what waits for those that are under way. */
export interface Registry {
  /** Called by each data file when it runs. */
  readonly register: <File extends Name>(file: File, value: DataFiles[File]) => void
  /** The value of a data file, which is loaded when it is first asked for. */
  readonly load: <File extends Name>(file: File) => Promise<DataFiles[File]>
  /** The value, if it is there already. */
  readonly loaded: <File extends Name>(file: File) => DataFiles[File] | undefined
}

/**
 * Keeps the data files of the page, each loaded once.
 * @param runScript runs the script of a data file; rejects where it is missing
 */
export const createRegistry = (runScript: (file: string) => Promise<void>): Registry => {
  const values: { [File in Name]?: DataFiles[File] } = {}
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
      if (value === undefined) throw new Error(`The data file ${file} does not hold what its name says.`)
      return value
    },
  }
}
