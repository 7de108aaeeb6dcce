export { compareReleases } from './compare-releases.ts'
export type { Comparison } from './comparison.ts'
export { comparisonMarkdown } from './comparison-markdown.ts'
