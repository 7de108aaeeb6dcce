import assert from 'node:assert/strict'
import { test } from 'vitest'
import { lockedPackages } from '../../../.ci/generate/locked-packages.ts'
import { LicenceRefused, thirdParty } from '../../../.ci/generate/third-party.ts'

const makeSet = (license: string | undefined) => ({
  title: 'Some',
  text: 'What they are for.',
  packages: lockedPackages({
    packages: {
      '': { name: 'project', version: '1.0.0' },
      'node_modules/a': { version: '1.2.3', license },
      'node_modules/b/node_modules/a': { version: '1.2.3', license },
    },
  }),
})

test('a package is listed once with its version and licence, and the project itself is not', () => {
  const page = thirdParty([makeSet('ISC')])
  assert.equal(page.split('| a | 1.2.3 | ISC |').length, 2)
  assert.doesNotMatch(page, /\| project \|/)
})

for (const [license, reason] of [
  ['AGPL-3.0-only', /a 1\.2\.3 has the licence AGPL-3\.0-only;/],
  [undefined, /a 1\.2\.3 has no licence that npm knows of;/],
] as const) {
  test(`a package with ${license ?? 'no licence'} stops the generator, and so the checks`, () => {
    assert.throws(
      () => thirdParty([makeSet(license)]),
      (error) => error instanceof LicenceRefused && reason.test(error.message),
    )
  })
}
