import { listSourceFiles } from '../fetch/index.ts'
import { digestOfFile } from '../io/file-digest.ts'
import type { ExplainedRow } from './explanation.ts'

/** What was found of a paper in the folders where it should lie. */
export interface PaperCheck {
  /** Null where there is no file of its name. */
  readonly path: string | null
  /** Whether its bytes are those that the release was read from. */
  readonly is_same: boolean
}

/**
 * Looks for the paper of a document in the inputs of a build, and compares its SHA-256.
 * @throws InputNotFound where an input does not exist
 */
export const checkPaper = async (
  document: ExplainedRow | null,
  inputs: readonly string[],
): Promise<PaperCheck> => {
  const files = await listSourceFiles(inputs)
  const path = files.find(({ name }) => name === document?.['file_name'])?.path ?? null
  if (path === null) return { path, is_same: false }
  const { sha256 } = await digestOfFile(path)
  return { path, is_same: sha256 === document?.['sha256'] }
}
