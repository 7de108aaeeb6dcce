import type { Collection, Issue, ReleaseInfo, Table } from '../../schemas/index.ts'
import type { Batch } from './batch.ts'
import type { StagingFolder } from './staging-folder.ts'

/** Takes the rows of a release, table by table in batches, and makes files of them. */
export interface ReleaseSink {
  /** Adds rows of a table or view behind those of it that came before. */
  readonly write: (table: Table, batch: Batch) => void | Promise<void>
  /** Adds issues behind those that came before; asked after all rows. */
  readonly issues?: (group: readonly Issue[]) => void
  /** Tells that all rows have come, so that what is done elsewhere goes on while others finish. */
  readonly end?: () => void
  /** Makes the files whole and lists them in their folder. */
  readonly finish: () => void | Promise<void>
  /** Lets go of files that will not be finished, where the folder does not hold them itself. */
  readonly abandon?: () => void
}

/** Begins the files of a sink in the folder of a release. */
export type OpenReleaseSink = (
  folder: StagingFolder,
  info: ReleaseInfo,
  collection: Collection,
) => ReleaseSink
