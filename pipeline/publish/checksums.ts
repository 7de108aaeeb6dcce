/** The name of the list of checksums, which every release ends with. */
export const CHECKSUM_FILE = 'SHA256SUMS'

/** The file of issues, by which a release is recognised among other folders with checksums. */
export const ISSUES_FILE = 'issues.json'

const CHECKSUM_LINE = /^([0-9a-f]{64}) [ *](.+)$/

/** The text that `sha256sum --check` reads: one line per file, sorted by name. */
export const checksumList = (files: readonly { readonly name: string; readonly sha256: string }[]): string =>
  files
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map((file) => `${file.sha256}  ${file.name}\n`)
    .join('')

/** Whether a name stays below the folder of its list, which somebody else may have written. */
const staysBelow = (name: string): boolean =>
  !/[\\\0]/.test(name) && name.split('/').every((part) => !['', '.', '..'].includes(part))

/** SHA-256 by name, in the order of the list; other lines, and names outside the folder, are skipped. */
export const checksumsInList = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [, hash, name] = CHECKSUM_LINE.exec(line) ?? []
      return hash === undefined || name === undefined || !staysBelow(name) ? [] : [[name, hash] as const]
    }),
  )
