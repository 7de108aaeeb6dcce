import type { LockedPackage } from './locked-packages.ts'

/** The name of the bill of materials, with the ending that CycloneDX recommends. */
export const BILL_OF_MATERIALS_FILE = 'sbom.cdx.json'

/** A Package URL (https://github.com/package-url/purl-spec) of type npm. */
const packageUrl = ({ name, version }: LockedPackage): string =>
  `pkg:npm/${name.replace(/^@/, '%40')}@${version}`

const ALGORITHMS: Readonly<Record<string, string>> = {
  sha512: 'SHA-512',
  sha384: 'SHA-384',
  sha256: 'SHA-256',
  sha1: 'SHA-1',
}

const hashesOf = ({ integrity }: LockedPackage): Record<string, unknown> => {
  const [algorithm = '', base64 = ''] = integrity?.split('-') ?? []
  const alg = ALGORITHMS[algorithm]
  return alg === undefined
    ? {}
    : { hashes: [{ alg, content: Buffer.from(base64, 'base64').toString('hex') }] }
}

const licencesOf = ({ licence }: LockedPackage): Record<string, unknown> => {
  if (licence === null) return {}
  return {
    licenses: [/ (?:OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }],
  }
}

const componentOf = (locked: LockedPackage, type: 'application' | 'library'): Record<string, unknown> => ({
  type,
  'bom-ref': packageUrl(locked),
  name: locked.name,
  version: locked.version,
  ...(type === 'library' && { scope: locked.optional ? 'optional' : 'required' }),
  ...hashesOf(locked),
  ...licencesOf(locked),
  purl: packageUrl(locked),
})

/**
 * The packages that a build uses as a bill of materials: CycloneDX 1.6 (ECMA-424), with hashes, licences and who
 * depends on whom. It has neither time nor random serial number, so that one lock file gives one text.
 */
export const billOfMaterials = (packages: readonly LockedPackage[]): Record<string, unknown> => {
  const byPath = new Map(packages.map((locked) => [locked.path, locked]))
  const project = byPath.get('')
  // one package may be installed at several paths
  const used = new Map(
    packages
      .filter((locked) => locked.used)
      .map((locked) => [packageUrl(locked), locked] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  )
  const referencesOf = ({ dependencies }: LockedPackage): string[] => [
    ...new Set(dependencies.flatMap((path) => byPath.get(path) ?? []).map(packageUrl)),
  ]
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      ...(project && { component: componentOf(project, 'application') }),
    },
    components: [...used.values()]
      .filter((locked) => locked !== project)
      .map((locked) => componentOf(locked, 'library')),
    dependencies: [...used].map(([ref, locked]) => ({ ref, dependsOn: referencesOf(locked).sort() })),
  }
}
