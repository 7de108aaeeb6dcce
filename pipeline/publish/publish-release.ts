import type { Dataset } from '../../schemas/index.ts'
import { releaseFiles } from './release-files.ts'
import { type FolderEffects, type PublishedFile, writeReleaseFolder } from './release-folder.ts'

/**
 * Writes a dataset as a release: every table in every format, the views, the issues, and last the checksums.
 * @throws OutputRefused where the output folder holds anything that is not a former release
 * @throws OutputUnwritable where the operating system does not let the folder be written
 */
export const publishRelease = (
  dataset: Dataset,
  out: string,
  effects?: FolderEffects,
): Promise<readonly PublishedFile[]> => writeReleaseFolder(out, releaseFiles(dataset), effects)
