export { judgeRelease, type Verdict } from './judge-release.ts'
