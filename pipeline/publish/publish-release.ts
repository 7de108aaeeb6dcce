import type { Dataset } from '../../schemas/index.ts'
import { dataFiles, releaseFile, releaseFiles, withChecksums, withDescriptor } from './release-files.ts'
import { type FolderEffects, type PublishedFile, writeReleaseFolder } from './release-folder.ts'

/** Makes the explorer of a release, told of the files that can be downloaded. */
export type MakeExplorer = (
  files: readonly PublishedFile[],
) => Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>

/** What a release takes beside its rows. */
export interface PublishOptions {
  readonly explorer?: MakeExplorer | undefined
  readonly effects?: FolderEffects
}

/**
 * Writes a dataset as a release: every table in every format, the views, the issues, the explorer where one is asked
 * for, the descriptor and last the checksums.
 * @throws OutputRefused where the output folder holds anything that is not a former release
 * @throws OutputUnwritable where the operating system does not let the folder be written
 */
export const publishRelease = async (
  dataset: Dataset,
  out: string,
  { explorer, effects }: PublishOptions = {},
): Promise<readonly PublishedFile[]> => {
  if (!explorer) return writeReleaseFolder(out, releaseFiles(dataset), effects)
  const files = [...dataFiles(dataset)]
  const made = await explorer(files.map(({ name, bytes, sha256 }) => ({ name, bytes: bytes.length, sha256 })))
  const pages = made.map(({ name, bytes }) => releaseFile(name, bytes))
  return writeReleaseFolder(out, withChecksums(withDescriptor(dataset, [...files, ...pages])), effects)
}
