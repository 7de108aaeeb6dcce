import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { errorCode } from '../../pipeline/io/errors.ts'
import { generatedFiles } from './generated-files.ts'
import { lockedPackages } from './locked-packages.ts'
import { STATUS_CODING } from './status-coding.ts'

// Writes the generated files below --root (the project). With --check it writes nothing, names those that are not
// as they should be and exits with 1.

const SCHEMA_FOLDER = 'schemas/json'

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
  },
})

/** What `read` gives, or `missing` where the file or folder does not exist. */
const unlessMissing = async <T>(read: Promise<T>, missing: T): Promise<T> => {
  try {
    return await read
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return missing
    throw error
  }
}

const readPackages = async (name: string) =>
  lockedPackages(JSON.parse(await readFile(new URL(`../../${name}`, import.meta.url), 'utf8')))

const packages = await readPackages('package-lock.json')

const files = generatedFiles(STATUS_CODING, [
  {
    title: 'What a build uses',
    text: '`make sbom` lists the same packages as a bill of materials.',
    packages: packages.filter(({ used }) => used),
  },
  {
    title: 'What only the checks and tests use',
    text: 'No build needs them.',
    packages: packages.filter(({ used }) => !used),
  },
  {
    title: 'The pinned Node.js',
    text: 'Installed where the PATH has none that is new enough.',
    packages: await readPackages('.ci/node/package-lock.json'),
  },
  {
    title: 'The browser of the tests',
    text: 'Installed where the machine has none.',
    packages: await readPackages('.ci/browser/package-lock.json'),
  },
])

/** Reports an outdated file, or rewrites it. */
const mend = async (name: string, fault: string, done: string, change: () => Promise<unknown>) => {
  if (values.check) {
    process.stderr.write(`${name} ${fault}; run make generate.\n`)
    process.exitCode = 1
    return
  }
  await change()
  process.stdout.write(`${done} ${name}\n`)
}

for (const [name, text] of files) {
  const path = join(values.root, name)
  if ((await unlessMissing(readFile(path, 'utf8'), '')) === text) continue
  await mend(name, 'is stale', 'wrote', async () => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  })
}

// The schema of a table that no longer exists would otherwise stay.
for (const file of await unlessMissing(readdir(join(values.root, SCHEMA_FOLDER)), [])) {
  const name = `${SCHEMA_FOLDER}/${file}`
  if (files.has(name)) continue
  await mend(name, 'belongs to no table', 'removed', () => rm(join(values.root, name), { recursive: true }))
}
