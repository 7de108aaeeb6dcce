import type { Issue } from '../../schemas/index.ts'
import type { ProfileEntry } from './profile-entry.ts'

/** What reading one file gave, its rows left in the store. */
export interface FileReading {
  /** The name of the file. */
  readonly file: string
  readonly profiles: readonly ProfileEntry[]
  /** The issues for which the file, or profiles in it, are set aside. */
  readonly setAside: readonly Issue[]
}
