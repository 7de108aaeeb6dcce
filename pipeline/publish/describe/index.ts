export { DATA_PACKAGE_FILE } from './data-package.ts'
export { datasetProperties } from './dataset-node.ts'
export { DESCRIPTIONS } from './describe-release.ts'
export type { DocumentFacts } from './release-facts.ts'
