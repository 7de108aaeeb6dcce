import { markdownPage, markdownTable } from '../../pipeline/io/markdown.ts'
import type { LockedPackage } from './locked-packages.ts'

/**
 * Licences of packages that MIT-licensed code may use without passing them on, as SPDX identifiers: those that only ask
 * for their notice to be kept, those that give everything away, and MPL-2.0, which covers its own files alone.
 */
const COMPATIBLE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
])

/** Whether an SPDX expression without nested brackets allows the package to be used. */
const isCompatibleLicence = (licence: string): boolean => {
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((one) => COMPATIBLE.has(one)))
}

/** A package whose licence is not known, or not known to go with that of the project. */
export class LicenceRefused extends Error {
  override readonly name = 'LicenceRefused'
}

/** A set of packages that is installed together. */
export interface PackageSet {
  readonly title: string
  readonly text: string
  readonly packages: readonly LockedPackage[]
}

const requireLicence = ({ name, version, licence }: LockedPackage): string => {
  if (licence !== null && isCompatibleLicence(licence)) return licence
  const found = licence === null ? 'no licence that npm knows of' : `the licence ${licence}`
  throw new LicenceRefused(
    `${name} ${version} has ${found}; check whether it may be used, and record the answer in .ci/generate/.`,
  )
}

const makeRow = (locked: LockedPackage): string[] => [locked.name, locked.version, requireLicence(locked)]

const byName = (left: readonly string[], right: readonly string[]): number =>
  left.join(' ') < right.join(' ') ? -1 : 1

const makeTable = (packages: readonly LockedPackage[]): string => {
  const rows = packages.map(makeRow)
  const once = new Map(rows.map((row) => [row.join(' '), row]))
  return markdownTable(['Package', 'Version', 'Licence'], [...once.values()].sort(byName))
}

const countLicences = (sets: readonly PackageSet[]): string => {
  const licences = sets.flatMap(({ packages }) => packages).map(requireLicence)
  const counts = Map.groupBy(licences, (licence) => licence)
  const rows = [...counts].map(([licence, all]) => [licence, String(all.length)])
  return markdownTable(['Licence', 'Packages'], rows.sort(byName))
}

/**
 * The licences of all packages as a Markdown page.
 * @throws LicenceRefused if one is unknown or not compatible
 */
export const thirdParty = (sets: readonly PackageSet[]): string =>
  markdownPage([
    '# Third-party packages',
    'Generated from the lock files by `make generate`; do not edit. `make check` fails where a package is missing here, or if its licence is not compatible with the MIT licence of this code. None of the packages is copied into this repository; [docs/dependencies.md](docs/dependencies.md) says what each is for.',
    countLicences(sets),
    ...sets.flatMap(({ title, text, packages }) => [`## ${title}`, text, makeTable(packages)]),
  ])
