export type { ExploredProfile } from './data/explored-profile.ts'
export { releaseIndex, serveRelease } from './serve-release.ts'
export { writeExplorer } from './write-explorer.ts'
