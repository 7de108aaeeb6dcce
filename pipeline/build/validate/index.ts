export { documentIssues } from './document-issues.ts'
