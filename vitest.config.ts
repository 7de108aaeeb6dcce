import { defineConfig } from 'vitest/config'

/** Runs of the command line on a busy machine take long; no test waits for anything longer. */
const TEST_TIMEOUT_MS = 300_000

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: TEST_TIMEOUT_MS,
    hookTimeout: TEST_TIMEOUT_MS,
    include: ['tests/**/*.test.ts', '.ci/**/*.test.ts'],
    // Node.js loads the modules as it does outside of tests.
    experimental: { viteModuleRunner: false },
  },
})
