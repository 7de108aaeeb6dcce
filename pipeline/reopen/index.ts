export { releaseCollection } from './release-collection.ts'
export { ReleaseUnreadable } from './release-unreadable.ts'
export { type ReopenedRelease, reopenRelease } from './reopen-release.ts'
export type { ReopenedRow, ReopenedTable } from './reopened-table.ts'
