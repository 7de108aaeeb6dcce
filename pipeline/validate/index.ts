export { datasetIssues } from './dataset-issues.ts'
export { documentIssues } from './document-issues.ts'
