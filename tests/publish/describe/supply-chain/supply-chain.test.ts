import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, it } from 'vitest'
import { z } from 'zod'
import {
  billOfMaterials,
  isCompatibleLicence,
  lockedPackages,
} from '../../../../pipeline/publish/describe/index.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const read = (name: string): string => readFileSync(new URL(`../../../../${name}`, import.meta.url), 'utf8')
const packages = lockedPackages(JSON.parse(read('package-lock.json')))

const bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.object({ component: z.object({ name: z.string(), version: z.string() }) }),
  components: z.array(
    z.object({
      purl: z.string(),
      version: z.string(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string().regex(/^[0-9a-f]+$/) })).optional(),
      licenses: z.array(z.object({})).min(1),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

const schemas = new URL('res/schema/', import.meta.resolve('@cyclonedx/cyclonedx-library/package.json'))

/** A published schema, which names itself; it is known by the name of its file here. */
const cycloneDx = (name: string): Record<string, unknown> => {
  const text = readFileSync(new URL(`${name}.SNAPSHOT.schema.json`, schemas), 'utf8')
  const { $id, ...schema } = z.looseObject({ $id: z.string() }).parse(JSON.parse(text))
  return name.startsWith('bom') ? { $id, ...schema } : schema
}

/** A lock file: a package that is used, one of tests alone, one for a single platform, and two versions of one. */
const LOCK = {
  packages: {
    '': {
      name: 'project',
      version: '1.0.0',
      license: 'MIT',
      dependencies: { a: '1' },
      devDependencies: { t: '1' },
    },
    'node_modules/a': {
      version: '1.0.0',
      license: 'ISC',
      integrity: 'sha512-AAEC',
      dependencies: { '@s/b': '1' },
      optionalDependencies: { 'a-linux': '1' },
    },
    'node_modules/a-linux': { version: '1.0.0', optional: true },
    'node_modules/@s/b': { version: '2.0.0', license: 'MIT OR GPL-3.0-only' },
    'node_modules/a/node_modules/@s/b': { version: '1.0.0', license: 'MIT' },
    'node_modules/t': { version: '1.0.0', license: 'MIT', dev: true },
  },
}

describe('the packages of a lock file', () => {
  it('depend on the nearest installed package of a name', () => {
    const [first] = lockedPackages(LOCK).filter(({ name }) => name === 'a')
    assert.deepEqual(first?.dependencies, ['node_modules/a-linux', 'node_modules/a/node_modules/@s/b'])
  })

  it('have the licence of the whole where they are its part for one platform', () => {
    assert.equal(lockedPackages(LOCK).find(({ name }) => name === 'a-linux')?.licence, 'ISC')
  })

  it('are refused where the file is no lock file', () => {
    assert.throws(() => lockedPackages({ dependencies: {} }))
    assert.throws(() => lockedPackages(null))
  })

  it('state the licence that they are installed with', () => {
    const manifest = z.object({ version: z.string(), license: z.string().optional() })
    const stated = packages.flatMap(({ path, version, licence }) => {
      if (path === '') return []
      let text: string
      try {
        text = read(`${path}/package.json`)
      } catch {
        return [] // a package of another platform
      }
      const installed = manifest.parse(JSON.parse(text))
      if (installed.license === undefined || installed.license.startsWith('SEE ')) return []
      return [{ path, ours: `${version} ${licence}`, theirs: `${installed.version} ${installed.license}` }]
    })
    assert.ok(stated.length > 300)
    assert.deepEqual(
      stated.filter(({ ours, theirs }) => ours !== theirs),
      [],
    )
  })

  it('that state none in their manifest hold the licence file that was read', () => {
    assert.match(read('node_modules/png-js/LICENSE'), /^MIT License/)
  })
})

describe('a licence', () => {
  for (const [licence, expected] of [
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-only', false],
    ['UNLICENSED', false],
    ['', false],
  ] as const) {
    it(`${licence || 'of no name'} is ${expected ? '' : 'not '}compatible`, () => {
      assert.equal(isCompatibleLicence(licence), expected)
    })
  }
})

describe('the bill of materials', () => {
  const made = bill.parse(billOfMaterials(packages))

  it('names every package that a build uses, with its licence, and no other', () => {
    const used = packages.filter(({ used, path }) => used && path !== '')
    const urls = new Set(used.map(({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`))
    assert.deepEqual(made.components.map(({ purl }) => purl).sort(), [...urls].sort())
    const direct = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')))
    for (const [name, version] of Object.entries(direct.dependencies)) {
      assert.ok(urls.has(`pkg:npm/${name.replace('@', '%40')}@${version}`), name)
    }
  })

  it('refers to nothing that it does not hold', () => {
    const refs = new Set(made.dependencies.map(({ ref }) => ref))
    assert.equal(refs.size, made.components.length + 1)
    for (const { dependsOn } of made.dependencies) for (const ref of dependsOn) assert.ok(refs.has(ref), ref)
  })

  it('is what the published schema of CycloneDX 1.6 asks for', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'idn-email': true } })
    addFormats.default(ajv)
    // they refer to each other by the names of their files
    for (const name of ['spdx', 'jsf-0.82']) {
      ajv.addSchema(cycloneDx(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
    }
    const isValid = ajv.compile(cycloneDx('bom-1.6'))
    assert.ok(isValid(billOfMaterials(packages)), ajv.errorsText(isValid.errors))
    assert.ok(!isValid({ ...billOfMaterials(packages), version: 'first' }))
  })

  it('is the same whenever it is made', () => {
    assert.equal(JSON.stringify(billOfMaterials(packages)), JSON.stringify(billOfMaterials(packages)))
    assert.doesNotMatch(JSON.stringify(made), /timestamp|serialNumber/)
  })

  it('holds what npm’s own holds, with the same hashes', (context) => {
    const { status, stdout } = spawnSync(
      'npm',
      ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx'],
      { cwd: root, encoding: 'utf8' },
    )
    if (status !== 0) return context.skip('skipped: this npm writes no bill of materials')
    const theirs = z
      .object({ components: z.array(bill.shape.components.element.omit({ licenses: true })) })
      .parse(JSON.parse(stdout))
    assert.ok(theirs.components.length > 50)
    const ours = new Map(made.components.map(({ purl, hashes }) => [purl, hashes]))
    for (const { purl, hashes } of theirs.components) assert.deepEqual(ours.get(purl), hashes, purl)
  })
})
