import type { Issue } from '../../schemas/index.ts'

/** A document could not be read this time, for a reason that is an issue already; another time it may be. */
export class DocumentUnread extends Error {
  override readonly name = 'DocumentUnread'
  readonly issue: Issue

  constructor(issue: Issue) {
    super(issue.message)
    this.issue = issue
  }
}
