import { releaseFiles } from '../release-files.ts'
import { EMPTY_DATASET, SAMPLE_DATASET } from '../sample-dataset.ts'

/** The files of the sample release, which is one of specimens. */
export const SPECIMEN_FILES = await releaseFiles(SAMPLE_DATASET)

/** The files of the same rows under the name of real profiles. */
export const REAL_FILES = await releaseFiles({ ...SAMPLE_DATASET, collection: 'itu-cyberwellness' })

/** Where {@link AT_HOME_FILES} are found on the web. */
export const HOMEPAGE = 'https://data.example/cyberwellness/'

/** The files of a release with an address and a publication date. */
export const AT_HOME_FILES = await releaseFiles(
  { ...SAMPLE_DATASET, collection: 'itu-cyberwellness' },
  { homepage: HOMEPAGE, created: '2026-01-02' },
)

/** The files of the same rows, as a release without the source text describes them. */
export const PUBLISHABLE_FILES = await releaseFiles(
  { ...SAMPLE_DATASET, collection: 'itu-cyberwellness' },
  { withoutSourceText: true },
)

/** The files of a release without rows. */
export const EMPTY_FILES = await releaseFiles(EMPTY_DATASET)

/** The text of a file of a release. */
export const readText = (files: ReadonlyMap<string, Uint8Array>, name: string): string => {
  const bytes = files.get(name)
  if (bytes === undefined) throw new Error(`there is no ${name}`)
  return Buffer.from(bytes).toString()
}
