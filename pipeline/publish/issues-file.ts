import { openIssues } from './issue-list.ts'
import type { OpenReleaseSink } from './release-sink.ts'

/** The name of the file of issues, by which a release is told from other folders with checksums. */
export const ISSUES_FILE = 'issues.json'

/** The issues of a release, in a file of their own. */
export const openIssuesFile: OpenReleaseSink = (folder) => {
  const file = folder.open(ISSUES_FILE)
  const list = openIssues(file.put)
  return {
    write: () => {},
    issues: list.write,
    finish: () => {
      list.finish()
      file.close()
    },
  }
}
