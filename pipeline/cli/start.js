import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// JavaScript, in a file of its own: TypeScript loaded before the cache is on is compiled again on every start
enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)))
const { run } = await import('./program.ts')
process.exitCode = await run()
