import type { Issue } from '../../schemas/index.ts'
import { openIssues } from './json.ts'
import type { StagingFolder } from './staging-folder.ts'

/** The name of the file of issues, by which a release is told from other folders with checksums. */
export const ISSUES_FILE = 'issues.json'

/** Writes the issues of a release, group by group. */
export const writeIssuesFile = async (
  folder: StagingFolder,
  issues: AsyncIterable<readonly Issue[]>,
): Promise<void> => {
  const file = folder.open(ISSUES_FILE)
  const list = openIssues(file.put)
  for await (const group of issues) list.write(group)
  list.finish()
  file.close()
}
