export { BuildFailed } from './run-build.ts'
export { SURROUNDINGS, surroundingsText } from './surroundings.ts'
export { type Verification, verifyBuild } from './verify-build.ts'
