export { checkPaper, type PaperCheck } from './check-paper.ts'
export { explainCell } from './explain-cell.ts'
export type { ExplainedRow, Explanation } from './explanation.ts'
export { NoSuchCell } from './no-such-cell.ts'
