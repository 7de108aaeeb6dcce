import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// JavaScript, in a file of its own: TypeScript loaded before the cache is on is compiled again on every start.
// The variable passes the cache on to the processes that read documents.
const folder = fileURLToPath(new URL('../../.cache/compiled', import.meta.url))
enableCompileCache(folder)
process.env['NODE_COMPILE_CACHE'] ||= folder
const { run } = await import('./program.ts')
process.exitCode = await run()
