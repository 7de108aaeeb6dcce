import type { Limits } from '../../schemas/index.ts'
import type { Page } from '../extract/index.ts'
import { readSource, type SourceFile } from '../fetch/index.ts'
import { CliError, EXIT } from '../io/cli-error.ts'
import type { DocumentRows } from '../normalize/index.ts'
import { refuseOutdated } from './apply-corrections.ts'
import { DocumentUnread } from './document-unread.ts'
import { eachInTurn, type Progress } from './each-in-turn.ts'
import type { FileReading } from './file-reading.ts'
import type { ListedCorrection } from './parse-corrections.ts'
import type { ProfileEntry } from './profile-entry.ts'
import type { StoreResult, StoreTask } from './read-to-store.ts'
import { readerFault } from './reader-fault.ts'
import type { SourceLog } from './source-log.ts'
import type { DocumentStore } from './store/index.ts'
import {
  correctionsOfFile,
  keptPages,
  keptReading,
  keptRows,
  type ReadingOptions,
  type StoredFile,
  storedFile,
} from './stored-file.ts'

/** Reads a document wherever that is done, and leaves its rows in the store; fails where the reader does, by {@link DocumentUnread} or else. */
export type ReadToStore = (task: StoreTask) => Promise<StoreResult>

/** Where documents are read. */
export interface DocumentReader {
  readonly readToStore: ReadToStore
  /** How many documents it is given at a time. */
  readonly width: number
}

/** Reading as a whole cannot go on, through no fault of a document; the message is a sentence that says why. */
export class ReadingStopped extends CliError {
  override readonly name: string = 'ReadingStopped'
  constructor(message: string, options?: ErrorOptions) {
    super(EXIT.nothing, message, options)
  }
}

/** What reading needs beside the files. */
export interface ReadingContext extends DocumentReader {
  readonly store: DocumentStore
  readonly options: ReadingOptions
  readonly limits?: Limits
  readonly corrections: readonly ListedCorrection[]
  /** Told of every file as it was read. */
  readonly log?: SourceLog
}

/** What was read, and the way back to its rows. */
export interface ReadFiles {
  readonly readings: readonly FileReading[]
  readonly rowsOf: (profile: ProfileEntry) => Promise<DocumentRows>
  /** The pages that a profile stands on. */
  readonly pagesOf: (profile: ProfileEntry, rows: DocumentRows) => Promise<readonly Page[]>
}

const setAside = ({ name }: SourceFile, issue: FileReading['setAside'][number]): FileReading => ({
  file: name,
  profiles: [],
  setAside: [issue],
})

/**
 * Reads files, or takes from the store what reading them gave, in any order; readings come in the order of the files.
 * What is taken out of the store behind our back is read again.
 * @throws CorrectionOutdated where notes have changed since they were corrected
 * @throws ReadingStopped where the reader can read no more
 */
export const readFiles = async (
  files: readonly SourceFile[],
  context: ReadingContext,
  progress: Progress,
): Promise<ReadFiles> => {
  const { store, options, readToStore } = context
  const stored = new Map<string, { readonly file: SourceFile; readonly at: StoredFile }>()
  const outdated: string[] = []

  const readOne = async (file: SourceFile, again: boolean): Promise<FileReading> => {
    const read = await readSource(file, context.limits)
    context.log?.note(file, read)
    if ('issue' in read) return setAside(file, read.issue)
    const corrections = correctionsOfFile(context.corrections, read.source.sha256)
    const at = storedFile(store, read.source, options, corrections)
    stored.set(file.name, { file, at })
    const kept = again ? null : keptReading(at)
    if (kept) return kept
    try {
      const result = await readToStore({ source: read.source, options, corrections, stored: at })
      outdated.push(...result.outdated)
      return result.reading
    } catch (error) {
      if (error instanceof ReadingStopped) throw error
      context.log?.spoil() // another time there may be more of what it lacked
      return setAside(file, error instanceof DocumentUnread ? error.issue : readerFault(file.name, error))
    }
  }

  const keptOrReadAgain = async <Kept>(
    profile: ProfileEntry,
    take: (at: StoredFile) => Kept | null,
  ): Promise<Kept> => {
    const known = stored.get(profile.file)
    const kept = known ? take(known.at) : null
    if (kept !== null) return kept
    context.log?.spoil() // the file may be another by now
    if (known) await readOne(known.file, true)
    const anew = known ? take(known.at) : null
    if (anew === null)
      throw new Error(`${profile.file} was read, but what it gave is gone and could not be read again`)
    return anew
  }

  const readings = await eachInTurn(files, context.width, (file) => readOne(file, false), progress)
  refuseOutdated(outdated)
  return {
    readings,
    rowsOf: (profile) => keptOrReadAgain(profile, (at) => keptRows(at, profile.index)),
    pagesOf: async (profile, { document }) => {
      const { pages } = await keptOrReadAgain(profile, keptPages)
      return pages.filter(({ number }) => number >= document.first_page && number <= document.last_page)
    },
  }
}
