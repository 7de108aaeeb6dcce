import lockFile from '../../package-lock.json' with { type: 'json' }
import { type Dataset, type ReleaseInfo, releaseInfo, TABLES, VIEWS } from '../../schemas/index.ts'
import {
  BILL_OF_MATERIALS_FILE,
  billOfMaterials,
  DATA_PACKAGE_FILE,
  dataPackage,
  lockedPackages,
} from '../describe/index.ts'
import { writeArrow } from './arrow.ts'
import { CHECKSUM_FILE, checksumList, sha256 } from './checksums.ts'
import { writeCsv } from './csv.ts'
import { writeIssues, writeJson } from './json.ts'
import { writeParquet } from './parquet.ts'
import { type PublishedTable, publishedTable } from './published-table.ts'
import type { PublishedFile } from './release-folder.ts'

/** One file of a release, named by its path below the output folder. */
export interface ReleaseFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string
}

/** The name of the file of issues, by which a release is told from other folders with checksums. */
export const ISSUES_FILE = 'issues.json'

type TableWriter = (published: PublishedTable, info: ReleaseInfo) => Uint8Array

/** The formats of every table, by file name extension. */
const FORMATS: Readonly<Record<string, TableWriter>> = {
  csv: writeCsv,
  arrow: writeArrow,
  parquet: writeParquet,
  json: writeJson,
}

const isTableName = (name: string): name is keyof typeof TABLES => Object.hasOwn(TABLES, name)
const isViewName = (name: string): name is keyof typeof VIEWS => Object.hasOwn(VIEWS, name)

/** A file with its checksum. */
export const releaseFile = (name: string, bytes: Uint8Array): ReleaseFile => ({
  name,
  bytes,
  sha256: sha256(bytes),
})

/**
 * The files of a release, made one after the other; the list of checksums comes last.
 * Neither the clock nor the machine shows in them: the same dataset gives the same bytes.
 */
export const releaseFiles = (dataset: Dataset): Generator<ReleaseFile> =>
  withChecksums(withDescriptor(dataset, dataFiles(dataset)))

const jsonFile = (name: string, value: object): ReleaseFile =>
  releaseFile(name, Buffer.from(`${JSON.stringify(value, null, 2)}\n`))

/** Files, and behind them the bill of materials of the code that made them. */
function* withMaterials(files: Iterable<ReleaseFile>): Generator<ReleaseFile> {
  yield* files
  yield jsonFile(BILL_OF_MATERIALS_FILE, billOfMaterials(lockedPackages(lockFile)))
}

/** Files and the bill of materials, and behind them the descriptor that names each of them. */
export function* withDescriptor(dataset: Dataset, files: Iterable<ReleaseFile>): Generator<ReleaseFile> {
  const listed: PublishedFile[] = []
  for (const file of withMaterials(files)) {
    listed.push({ name: file.name, bytes: file.bytes.length, sha256: file.sha256 })
    yield file
  }
  const { collection, documents } = dataset
  const described = dataPackage({ info: releaseInfo(collection), collection, documents, files: listed })
  yield jsonFile(DATA_PACKAGE_FILE, described)
}

/** Files, and behind them the list of their checksums. */
export function* withChecksums(files: Iterable<ReleaseFile>): Generator<ReleaseFile> {
  const listed: { name: string; sha256: string }[] = []
  for (const file of files) {
    listed.push({ name: file.name, sha256: file.sha256 })
    yield file
  }
  yield releaseFile(CHECKSUM_FILE, Buffer.from(checksumList(listed)))
}

/** The tables, views and issues of a release, without what describes them. */
export function* dataFiles(dataset: Dataset): Generator<ReleaseFile> {
  const info = releaseInfo(dataset.collection)
  for (const name of Object.keys(TABLES).filter(isTableName)) {
    const published = publishedTable(TABLES[name], dataset[name])
    for (const [extension, write] of Object.entries(FORMATS)) {
      yield releaseFile(`${name}.${extension}`, write(published, info))
    }
  }
  for (const name of Object.keys(VIEWS).filter(isViewName)) {
    yield releaseFile(`${name}.csv`, writeCsv(publishedTable(VIEWS[name], dataset[name])))
  }
  yield releaseFile(ISSUES_FILE, writeIssues(dataset.issues))
}
