#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// JavaScript, and alone: what is loaded before code is kept is stripped of its types and compiled anew each time
enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)))
const { run } = await import('./run.ts')
process.exitCode = await run()
