export { checkOutput } from './output-check.ts'
export { OutputRefused, OutputUnwritable } from './output-error.ts'
export { publishRelease } from './publish-release.ts'
export type { PublishedFile } from './release-folder.ts'
