#!/usr/bin/env node
import { keepCompiledCode } from '../compile-cache.ts'

keepCompiledCode()
// imported only now, so that it is kept, too
const { run } = await import('./run.ts')
process.exitCode = await run()
