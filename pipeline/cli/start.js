import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// JavaScript, and alone: TypeScript that is loaded before the cache is on is compiled again each time
enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)))
const { run } = await import('./program.ts')
process.exitCode = await run()
