import lockFile from '../../package-lock.json' with { type: 'json' }
import { releaseInfo } from '../../schemas/index.ts'
import {
  BILL_OF_MATERIALS_FILE,
  billOfMaterials,
  DATA_PACKAGE_FILE,
  type DocumentFacts,
  dataPackage,
  lockedPackages,
} from '../describe/index.ts'
import { CHECKSUM_FILE, checksumList } from './checksums.ts'
import { writeIssuesFile } from './issues-file.ts'
import type { ContentRows, ReleaseContent } from './release-content.ts'
import type { OpenReleaseSink } from './release-sink.ts'
import type { PublishedFile, StagingFolder } from './staging-folder.ts'
import { openTableFiles } from './table-files.ts'
import { writeContent } from './write-content.ts'

/** Everything that makes files of the rows. */
const SINKS: readonly OpenReleaseSink[] = [openTableFiles]

/** Writes the explorer of a release, told of the files that can be downloaded. */
export type WriteExplorer = (
  files: readonly PublishedFile[],
  emit: (name: string, content: string | Uint8Array) => Promise<void>,
) => Promise<void>

/** Passes rows on, and keeps what the descriptors say of each document. */
async function* noting(
  rows: AsyncIterable<ContentRows>,
  documents: DocumentFacts[],
): AsyncGenerator<ContentRows> {
  for await (const part of rows) {
    for (const { country, source_date, source_url, retrieved } of part.documents ?? []) {
      documents.push({ country, source_date, source_url, retrieved })
    }
    yield part
  }
}

const writeJsonFile = (folder: StagingFolder, name: string, value: object): void =>
  folder.write(name, `${JSON.stringify(value, null, 2)}\n`)

/**
 * Writes a release into its folder: every table in every format, the views, the issues, the explorer where one is
 * asked for, the bill of materials, the descriptor and last the checksums. Neither the clock nor the machine shows: the same rows give the
 * same bytes.
 */
export const writeRelease = async (
  folder: StagingFolder,
  content: ReleaseContent,
  explorer?: WriteExplorer,
): Promise<void> => {
  const { collection } = content
  const info = releaseInfo(collection)
  const documents: DocumentFacts[] = []
  await writeContent(
    noting(content.rows(), documents),
    SINKS.map((open) => open(folder, info)),
  )
  await writeIssuesFile(folder, content.issues())
  await explorer?.([...folder.files], async (name, bytes) => folder.write(name, bytes))
  writeJsonFile(folder, BILL_OF_MATERIALS_FILE, billOfMaterials(lockedPackages(lockFile)))
  writeJsonFile(
    folder,
    DATA_PACKAGE_FILE,
    dataPackage({ info, collection, documents, files: [...folder.files] }),
  )
  folder.write(CHECKSUM_FILE, checksumList(folder.files))
}
