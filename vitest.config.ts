import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** Far above what any test takes on a busy machine. */
const TEST_TIMEOUT_MS = 300_000

/** Tests that start browsers, servers or many processes; all others are `unit`. */
const FOLDERS = {
  build: ['build', 'cli', 'golden', 'power-cuts', 'quality', 'reference', 'release', 'hostile-files', 'fuzz'],
  explorer: ['explorer'],
  queue: ['queue'],
  checks: ['ci'],
}

const findTests = (folders: readonly string[]): string[] =>
  folders.map((folder) => `tests/${folder}/**/*.test.ts`)

const defineTestProject = (
  name: string,
  include: string[],
  exclude: string[] = [],
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include,
    exclude,
    ...(name === 'explorer' && { globalSetup: 'tests/explorer/temporary-folder.ts' }),
  },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: TEST_TIMEOUT_MS,
    hookTimeout: TEST_TIMEOUT_MS,
    // Node.js loads the modules as it does outside of tests.
    experimental: { viteModuleRunner: false },
    coverage: {
      provider: 'v8',
      include: ['pipeline/**/*.ts', 'schemas/**/*.ts'],
      reporter: ['text', 'html'],
    },
    projects: [
      defineTestProject('unit', ['tests/**/*.test.ts'], findTests(Object.values(FOLDERS).flat())),
      ...Object.entries(FOLDERS).map(([name, folders]) =>
        defineTestProject(name, [...findTests(folders), ...(name === 'checks' ? ['.ci/*.test.ts'] : [])]),
      ),
    ],
  },
})
