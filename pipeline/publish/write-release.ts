import lockFile from '../../package-lock.json' with { type: 'json' }
import { releaseInfo } from '../../schemas/index.ts'
import { CHECKSUM_FILE, checksumList } from './checksums.ts'
import { BILL_OF_MATERIALS_FILE, billOfMaterials, DESCRIPTIONS, lockedPackages } from './describe/index.ts'
import { openIssuesFile } from './issues-file.ts'
import { noteFacts } from './noted-facts.ts'
import type { ReleaseContent } from './release-content.ts'
import type { OpenReleaseSink } from './release-sink.ts'
import { openSqlite } from './sqlite.ts'
import type { PublishedFile } from './staged-file.ts'
import type { StagingFolder } from './staging-folder.ts'
import { openTableFiles } from './table-files.ts'
import { openThreadedTables } from './threaded-tables.ts'
import { openThreadedWorkbook, openWorkbook } from './workbook/index.ts'
import { writeContent } from './write-content.ts'

/** From so many documents on, threads pay for the tables: each has to warm up the code of its formats first. */
const MANY = 2_000

/** From so many documents on, compressing their workbook takes longer than starting a thread for it. */
const SOME = 30

/** Everything that makes files of the rows and issues. */
const sinksFor = (documents: number): readonly OpenReleaseSink[] => [
  documents < MANY ? openTableFiles : openThreadedTables,
  openSqlite,
  documents < SOME ? openWorkbook : openThreadedWorkbook,
  openIssuesFile,
]

/** Writes the explorer of a release, told of the files that can be downloaded. */
export type WriteExplorer = (
  files: readonly PublishedFile[],
  emit: (name: string, content: string | Uint8Array) => Promise<void>,
) => Promise<void>

/**
 * Writes a release into its folder: every table in every format, the views, the issues, the explorer where one is
 * asked for, the bill of materials, what describes the release and last the checksums. Neither the clock nor the
 * machine shows: the same rows give the same bytes.
 */
export const writeRelease = async (
  folder: StagingFolder,
  content: ReleaseContent,
  explorer?: WriteExplorer,
): Promise<void> => {
  const { collection, created, homepage } = content
  const info = releaseInfo(collection, homepage)
  const notes = noteFacts()
  const sinks = [
    ...sinksFor(content.documents ?? 0).map((open) => open(folder, info, collection)),
    notes.sink,
  ]
  await writeContent(notes.rows(content.rows()), sinks, notes.issues(content.issues()))
  await explorer?.([...folder.files], async (name, bytes) => folder.write(name, bytes))
  const materials = billOfMaterials(lockedPackages(lockFile))
  folder.write(BILL_OF_MATERIALS_FILE, `${JSON.stringify(materials, null, 2)}\n`)
  for (const { name, text } of DESCRIPTIONS) {
    folder.write(name, text({ info, collection, created, ...notes.facts(), files: [...folder.files] }))
  }
  folder.write(CHECKSUM_FILE, checksumList(folder.files))
}
